package earshot.audio;

import java.util.Locale;

/** Why a recording cannot be used: the reason codes of {@link AudioException}. */
public enum AudioProblem {
  /** Not one byte. */
  EMPTY_FILE,
  /** Neither WAV nor anything else we know by its first bytes. */
  NOT_RIFF,
  /** RIFF, but something else than WAVE in it (AVI, RMI, ...). */
  NOT_WAVE,
  /** A known container that has no reader here; the message names it. */
  UNSUPPORTED_FORMAT,
  /** A WAV whose codec has no decoder here; the message names it. */
  UNSUPPORTED_ENCODING,
  /** No format chunk before the audio, so nobody can tell what the bytes mean. */
  NO_FMT,
  /** The format chunk contradicts itself or holds impossible numbers. */
  BAD_FMT,
  /** More than two channels. */
  TOO_MANY_CHANNELS,
  /** The chunks end and none of them holds audio. */
  NO_DATA,
  /** A sound header and not one sample behind it: a call that was never recorded. */
  NO_AUDIO,
  /** The file ends inside its header, or holds less audio than both of its lengths promise. */
  TRUNCATED,
  /** A chunk in front of the audio claims more bytes than the file has or a header may have. */
  LYING_CHUNK_SIZE,
  /** Thousands of chunks and still no audio. */
  TOO_MANY_CHUNKS;

  /** The code as it stands in the quarantine, such as {@code not_riff}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param name of the recording
   * @param detail what was expected, what was found, what to do
   */
  public AudioException in(String name, String detail) {
    return new AudioException(code(), name + ": " + detail);
  }
}
