package earshot.transcribe.vosk;

import earshot.call.Word;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message between a process and its worker: kind (1 byte), job (4), body length (4), body; big
 * endian, except for samples, which are little endian 16-bit.
 */
record Frame(Kind kind, int job, byte[] body) {
  /** Longest body; a longer one means that the two sides no longer agree where frames start. */
  static final int MAX_BODY = 1 << 20;

  /** What a frame says; to the worker first, then from it. */
  enum Kind {
    /** Body: sample rate in Hz (4 bytes). */
    OPEN,
    /** Body: samples; at most {@link VoskRecognizer#CHUNK_SECONDS}. */
    SAMPLES,
    /** Something was left out here, so pending speech may be decoded to its end. */
    FLUSH,
    /** No more samples; words and {@code DONE} follow. */
    FINISH,
    /** Forget the job; nothing follows. */
    CANCEL,
    /** The model is loaded. */
    READY,
    /** One {@code SAMPLES} was decoded. */
    CONSUMED,
    /** Body: words. */
    WORDS,
    /** The job is complete. */
    DONE,
    /** The job, or with job 0 the start of the worker, failed. Body: UTF-8 message. */
    FAILED
  }

  private static final Kind[] KINDS = Kind.values();

  static Frame of(Kind kind, int job) {
    return new Frame(kind, job, new byte[0]);
  }

  static Frame open(int job, int sampleRateHz) {
    return new Frame(Kind.OPEN, job, ByteBuffer.allocate(4).putInt(sampleRateHz).array());
  }

  static Frame samples(int job, short[] samples, int count) {
    ByteBuffer body = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    body.asShortBuffer().put(samples, 0, count);
    return new Frame(Kind.SAMPLES, job, body.array());
  }

  static Frame failed(int job, String message) {
    return new Frame(Kind.FAILED, job, message.getBytes(StandardCharsets.UTF_8));
  }

  static Frame words(int job, List<Word> words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(words.size());
      for (Word word : words) {
        out.writeUTF(word.word());
        out.writeInt((int) Math.round(word.start() * 1000));
        out.writeInt((int) Math.round(word.end() * 1000));
        out.writeFloat((float) word.confidence());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return new Frame(Kind.WORDS, job, bytes.toByteArray());
  }

  int sampleRateHz() {
    return ByteBuffer.wrap(body).getInt();
  }

  /** Samples of a {@code SAMPLES} frame. */
  short[] samples() {
    short[] samples = new short[body.length / 2];
    ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  String message() {
    return new String(body, StandardCharsets.UTF_8);
  }

  List<Word> words() throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    int count = in.readInt();
    List<Word> words = new ArrayList<>(Math.min(count, body.length));
    for (int i = 0; i < count; i++) {
      words.add(
          new Word(in.readUTF(), in.readInt() / 1000.0, in.readInt() / 1000.0, in.readFloat()));
    }
    return words;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(kind.ordinal());
    out.writeInt(job);
    out.writeInt(body.length);
    out.write(body);
    out.flush();
  }

  /**
   * Reads the next frame; null at the end of the stream.
   *
   * @throws IOException when the stream ends inside a frame or holds something else
   */
  static @Nullable Frame read(DataInputStream in) throws IOException {
    int kind = in.read();
    if (kind < 0) {
      return null;
    }
    int job = in.readInt();
    int length = in.readInt();
    if (kind >= KINDS.length || length < 0 || length > MAX_BODY) {
      throw new IOException(
          "no frame of a recognition worker: kind " + kind + ", body of " + length + " bytes");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("frame ends after " + body.length + " of " + length + " bytes");
    }
    return new Frame(KINDS[kind], job, body);
  }
}
