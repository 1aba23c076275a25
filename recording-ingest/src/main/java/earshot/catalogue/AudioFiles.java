package earshot.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files count as recordings or transcripts, by their names. */
public final class AudioFiles {
  private static final Set<String> EXTENSIONS = extensions();

  private AudioFiles() {}

  /**
   * Whether a file counts as a recording, decodable or not. Hidden files and those of a copy under
   * way ({@code x.wav.part}) do not.
   *
   * @param uri or path, or a bare name
   */
  public static boolean isRecording(String uri) {
    return EXTENSIONS.contains(visibleExtension(uri));
  }

  /** Whether a file counts as a transcript: {@code .json}, not hidden. */
  public static boolean isTranscript(String uri) {
    return visibleExtension(uri).equals("json");
  }

  /**
   * The last segment of a URI or path, as call lists and people write it: what a {@code file:} URI
   * escapes, such as a blank, is plain.
   */
  public static String fileName(String uri) {
    String name = uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('\\')) + 1);
    return uri.startsWith("file:") && name.indexOf('%') >= 0 ? unescaped(name) : name;
  }

  private static String unescaped(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  /** The extension in lower case; empty without one, and for hidden files. */
  private static String visibleExtension(String uri) {
    String name = fileName(uri);
    int dot = name.lastIndexOf('.');
    boolean hidden = name.startsWith(".") || name.startsWith("~");
    return hidden || dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static Set<String> extensions() {
    try (InputStream in = AudioFiles.class.getResourceAsStream("audio-extensions.txt")) {
      if (in == null) {
        throw new IllegalStateException("resource audio-extensions.txt is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
