package earshot.redact;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;

/** The YAML files of {@code /earshot/redaction/}. */
final class Resources {
  private static final String FOLDER = "/earshot/redaction/";

  private Resources() {}

  static boolean has(String name) {
    return Resources.class.getResource(FOLDER + name) != null;
  }

  static <T> T read(String name, Class<T> type) {
    try (InputStream in = Resources.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + FOLDER + name + " is missing");
      }
      return YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .build()
          .readValue(in, type);
    } catch (IOException e) {
      throw new IllegalStateException("resource " + FOLDER + name + " cannot be read", e);
    }
  }
}
