package earshot.workbench.audio;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.SpeechAnalyzer;
import earshot.call.CallRecord;
import earshot.call.Redaction;
import earshot.data.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The redacted audio and the waveforms of calls. What it found out about a recording is remembered
 * for the calls opened last, in memory only: its length, its muted spans, its waveform.
 * Thread-safe.
 */
public final class CallAudio {
  /** A waveform takes about 6 kB; so many calls are open at most in a large department. */
  private static final int REMEMBERED = 512;

  /** Long enough that nothing clicks, shorter than any sound of speech. */
  private static final double FADE_SECONDS = 0.005;

  /** Part of every ETag: to be raised when the same record would give other bytes. */
  private static final String MAKING = "1";

  private final Originals originals = new Originals();
  private final Recent<String, RedactedAudio> audios = new Recent<>(REMEMBERED);
  private final Recent<String, Peaks> peaks = new Recent<>(REMEMBERED);

  /**
   * The audio of a call as it may be heard.
   *
   * @throws NoRecordingException when the recording is missing or is another one now
   * @throws IOException when the recording cannot be read
   */
  public RedactedAudio of(CallRecord call) throws IOException {
    Path file = originals.find(call.callId(), call.audio());
    String etag = etag(call);
    String key = etag + file;
    RedactedAudio audio = audios.get(key);
    if (audio == null) {
      audio = made(call, file, etag);
      audios.put(key, audio);
    }
    return audio;
  }

  /** Why the recording of a call cannot be played, as a sentence; null when it can. */
  public @Nullable String problem(CallRecord call) throws IOException {
    try {
      of(call);
      return null;
    } catch (NoRecordingException e) {
      return e.getMessage();
    }
  }

  /**
   * The waveform of a call, silent where it is redacted.
   *
   * @throws NoRecordingException as {@link #of}
   */
  public Peaks peaks(CallRecord call) throws IOException {
    RedactedAudio audio = of(call);
    Peaks known = peaks.get(audio.etag());
    if (known == null) {
      known = Peaks.of(audio);
      peaks.put(audio.etag(), known);
    }
    return known;
  }

  /**
   * Where somebody speaks and where music plays on each channel; none of the sound itself.
   *
   * @return empty when the recording cannot be read any more
   */
  public Optional<AudioAnalysis> analysis(CallRecord call) {
    try (AudioReader reader = RedactedAudio.open(originals.find(call.callId(), call.audio()))) {
      return Optional.of(new SpeechAnalyzer().analyze(reader));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String etag(CallRecord call) {
    StringBuilder spans = new StringBuilder(MAKING).append(call.audio().sha256());
    spans.append(call.audio().layout().id());
    for (Redaction redaction : call.redactions()) {
      spans.append('|').append(redaction.channel());
      spans.append(',').append(redaction.start()).append(',').append(redaction.end());
    }
    return Digests.sha256(spans.toString()).substring(0, 32);
  }

  private static RedactedAudio made(CallRecord call, Path file, String etag) throws IOException {
    AudioFormat format;
    long frames;
    try (AudioReader reader = RedactedAudio.open(file)) {
      format = reader.format();
      frames = reader.skip(Long.MAX_VALUE);
    }
    return new RedactedAudio(file, format, frames, mutes(call, file, format, frames), etag);
  }

  private static List<Mute> mutes(CallRecord call, Path file, AudioFormat format, long frames)
      throws IOException {
    List<List<Mute.Span>> spans = new ArrayList<>();
    for (int channel = 0; channel < format.channels(); channel++) {
      spans.add(new ArrayList<>());
    }
    for (Redaction redaction : call.redactions()) {
      Mute.Span span = span(redaction, format.sampleRateHz(), frames);
      if (onAllChannels(call, redaction, file, format, span)) {
        spans.forEach(channel -> channel.add(span));
      } else {
        spans.get(redaction.channel()).add(span);
      }
    }
    int fade = fade(format.sampleRateHz());
    return spans.stream().map(channel -> new Mute(channel, fade)).toList();
  }

  /** Frames of a fade before and after a muted span. */
  static int fade(int rate) {
    return (int) Math.round(FADE_SECONDS * rate);
  }

  private static Mute.Span span(Redaction redaction, int rate, long frames) {
    long from = (long) Math.floor(redaction.start() * rate);
    long to = (long) Math.ceil(redaction.end() * rate);
    return new Mute.Span(Math.min(from, frames), Math.min(to, frames));
  }

  /** Both parties on each channel, or one party's words leaking to the other's channel. */
  private static boolean onAllChannels(
      CallRecord call, Redaction redaction, Path file, AudioFormat format, Mute.Span span)
      throws IOException {
    if (!call.audio().layout().separated() || redaction.channel() >= format.channels()) {
      return true;
    }
    if (format.channels() < 2) {
      return false;
    }
    long least = (long) (Leak.LEAST_SECONDS * format.sampleRateHz());
    long around = Math.max(0, least - (span.to() - span.from())) / 2;
    long from = Math.max(0, span.from() - around);
    try (AudioReader reader = RedactedAudio.open(file)) {
      reader.skip(from);
      return Leak.between(reader, span.to() + around - from);
    }
  }
}
