package earshot.workbench.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What proves to the provider that it talks to this workbench. Never shows in a log. */
public final class ClientSecret {
  private final String value;

  /**
   * @throws IllegalArgumentException when it is empty or has line breaks
   */
  public ClientSecret(String value) {
    if (value.isBlank() || value.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("the client secret must be one line of text");
    }
    this.value = value;
  }

  /** The first line of a file. */
  public static ClientSecret in(Path file) throws IOException {
    String line;
    try (var lines = Files.lines(file)) {
      line = lines.findFirst().orElse("").strip();
    }
    if (line.isEmpty()) {
      throw new IOException(file + " must hold the client secret in its first line");
    }
    return new ClientSecret(line);
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
