package earshot.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KaldiOptionsProperties {

  @Property(tries = 100)
  void whatIsWrittenIsReadBack(@ForAll("options") Map<String, String> options) throws IOException {
    Path file = Files.createTempFile("options", ".conf");
    try {
      KaldiOptions written = KaldiOptions.NONE.with(options);
      Files.writeString(file, written.text());
      assertThat(KaldiOptions.read(file)).isEqualTo(written);
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<Map<String, String>> options() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars("-_.0123456789")
            .ofMinLength(1)
            .map(name -> "x" + name);
    Arbitrary<String> values =
        Arbitraries.strings().withCharRange('!', '~').excludeChars('#').ofMinLength(1);
    return Arbitraries.maps(names, values).ofMaxSize(10);
  }
}
