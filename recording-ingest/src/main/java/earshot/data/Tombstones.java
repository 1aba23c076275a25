package earshot.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import earshot.call.CallJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The calls that were erased, so that no later run brings them back: {@code erased.jsonl}, one line
 * a call, only ever appended to.
 *
 * <p>A line holds hashes of call id and audio, not the values: the file recognises a call that
 * comes back, and says nothing about it to somebody who does not have it.
 */
public final class Tombstones {
  private static final String NAME = "erased.jsonl";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final ObjectReader LINES =
      CallJson.mapper()
          .readerFor(Line.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  private final Path file;

  public Tombstones(DataFolder data) {
    this.file = data.root().resolve(NAME);
  }

  /**
   * One line.
   *
   * @param call hash of the call id
   * @param audio hash of the SHA-256 of the recording
   * @param on day of erasure
   */
  private record Line(String call, String audio, LocalDate on) {
    Line {
      if (!HASH.matcher(call).matches() || !HASH.matcher(audio).matches()) {
        throw new IllegalArgumentException("call and audio must be 64 hex digits");
      }
    }
  }

  /** The erased calls at one moment. Immutable. */
  public static final class Erased {
    private final Set<String> hashes;

    private Erased(Set<String> hashes) {
      this.hashes = Set.copyOf(hashes);
    }

    public static Erased none() {
      return new Erased(Set.of());
    }

    /** These calls, as if each had been erased. */
    public static Erased of(Collection<CallLedger.Entry> calls) {
      Set<String> hashes = new HashSet<>();
      for (CallLedger.Entry call : calls) {
        hashes.add(callHash(call.callId()));
        hashes.add(audioHash(call.sha256()));
      }
      return new Erased(hashes);
    }

    /** Whether a call of this id, or made from these bytes, was erased. */
    public boolean contains(String callId, String sha256) {
      return containsCall(callId) || containsAudio(sha256);
    }

    public boolean containsCall(String callId) {
      return hashes.contains(callHash(callId));
    }

    public boolean containsAudio(String sha256) {
      return hashes.contains(audioHash(sha256));
    }
  }

  private static String callHash(String callId) {
    return Digests.sha256("earshot erased call " + callId);
  }

  private static String audioHash(String sha256) {
    return Digests.sha256("earshot erased audio " + sha256);
  }

  /**
   * Reads all tombstones. A last line without its end is what a killed writer leaves: that erasure
   * had not begun, and the line does not count.
   *
   * @throws IOException naming the line, when one is broken: reading on could bring a call back
   */
  public Erased load() throws IOException {
    if (!Files.exists(file)) {
      return Erased.none();
    }
    Set<String> hashes = new HashSet<>();
    String text = Files.readString(file);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Line line = parse(lines.get(i), i + 1);
        hashes.add(line.call());
        hashes.add(line.audio());
      }
    }
    return new Erased(hashes);
  }

  private Line parse(String text, int number) throws IOException {
    try {
      return LINES.readValue(text);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file
              + " line "
              + number
              + " is no tombstone; restore the file from a backup, or erased calls may come back",
          e);
    }
  }

  /** Changes whenever a call is erased; without any erased call, empty. */
  public String stamp() throws IOException {
    try {
      return Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** Adds one call and returns when it is on disk. */
  public void add(String callId, String sha256, LocalDate today) throws IOException {
    Files.createDirectories(file.resolveSibling("").toAbsolutePath());
    Line line = new Line(callHash(callId), audioHash(sha256), today);
    byte[] bytes =
        (CallJson.mapper().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.position(endOfLastLine(channel));
      channel.truncate(channel.position());
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = channel.size(); end > 0; end--) {
      one.clear();
      channel.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }
}
