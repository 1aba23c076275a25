package earshot.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.data.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymTest {
  @TempDir Path dir;

  @Test
  void theKeyIsMadeOnceForItsOwnerOnly() throws Exception {
    DataFolder folder = new DataFolder(dir);
    String first = Pseudonym.open(folder).ofNumber("+442079460605").orElseThrow();
    Path key = dir.resolve("workbench/pseudonym.key");
    assertThat(Files.size(key)).isEqualTo(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    try (var files = Files.list(key.getParent())) {
      assertThat(files).containsExactly(key);
    }
    assertThat(Pseudonym.open(folder).ofNumber("+442079460605")).contains(first);
  }

  @Test
  void manyOpeningAtOnceGetOneKey() throws Exception {
    DataFolder folder = new DataFolder(dir);
    List<String> pseudonyms =
        java.util.stream.IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return Pseudonym.open(folder).ofId("x");
                  } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .distinct()
            .toList();
    assertThat(pseudonyms).hasSize(1);
  }

  @Test
  void aShortKeyIsRefused() throws Exception {
    Files.createDirectories(dir.resolve("workbench"));
    Files.write(dir.resolve("workbench/pseudonym.key"), new byte[31]);
    assertThatThrownBy(() -> Pseudonym.open(new DataFolder(dir)))
        .hasMessageContaining("pseudonym.key")
        .hasMessageContaining("32")
        .hasMessageContaining("31");
  }

  @Test
  void anotherFolderGivesAnotherPseudonym() throws Exception {
    String a = Pseudonym.open(new DataFolder(dir.resolve("a"))).ofId("x");
    String b = Pseudonym.open(new DataFolder(dir.resolve("b"))).ofId("x");
    assertThat(a).matches("[0-9a-f]{32}").isNotEqualTo(b);
  }

  @Test
  void thePseudonymIsHmacSha256() {
    // python3: hmac.new(bytes(32), b"number:+442079460605", "sha256").hexdigest()[:32]
    assertThat(new Pseudonym(new byte[32]).ofNumber("+44 20 7946 0605"))
        .contains("147ccd807d0fa9cff4854519395e1102");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+442079460605 | +442079460605",
        "0044 20 7946 0605 | +442079460605",
        "+44 (0)20 7946-0605 | +442079460605",
        "tel:+44-20-7946-0605;ext=2 | +442079460605",
        "sip:+442079460605@gw.example;user=phone | +442079460605",
        "'\"Helen\" <+442079460605>' | +442079460605",
        "020 7946 0605 | 02079460605",
        "1001 | 1001",
        "sip:Alice@example.com | alice",
      })
  void oneNumberHasOneSpelling(String written, String normal) {
    assertThat(Pseudonym.normalise(written)).contains(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "anonymous",
        "Withheld",
        "unknown",
        "+",
        "sip:anonymous@anonymous.invalid"
      })
  void aWithheldNumberHasNoPseudonym(String written) {
    assertThat(Pseudonym.normalise(written)).isEmpty();
  }
}
