package earshot.workbench.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.data.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
  private static final byte[] SECRET = {1, 2, 3, 4, 5};

  @TempDir Path root;

  @Test
  void whatWasSealedOpensForItsPurposeOnly() {
    Seal seal = new Seal(new DataFolder(root));
    String sealed = seal.close(SECRET, "second step of 7");
    assertThat(seal.open(sealed, "second step of 7")).hasValue(SECRET);
    assertThat(seal.open(sealed, "second step of 8")).isEmpty();
    assertThat(seal.close(SECRET, "second step of 7")).as("never twice").isNotEqualTo(sealed);
    assertThat(new Seal(new DataFolder(root)).open(sealed, "second step of 7")).hasValue(SECRET);
  }

  @Test
  void whatWasChangedDoesNotOpen() {
    Seal seal = new Seal(new DataFolder(root));
    String sealed = seal.close(SECRET, "x");
    for (int i = 0; i < sealed.length(); i++) {
      char other = sealed.charAt(i) == '0' ? '1' : '0';
      String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertThat(seal.open(changed, "x")).as("sign %d", i).isEmpty();
    }
    for (String other : new String[] {"", "00", "0".repeat(24), "no number", sealed + sealed}) {
      assertThat(seal.open(other, "x")).as(other).isEmpty();
    }
  }

  @Test
  void anotherKeyOpensNothingAndAShortOneIsRefused() throws Exception {
    String sealed = new Seal(new DataFolder(root)).close(SECRET, "x");
    Path key = root.resolve("workbench/second-step.key");
    Files.delete(key);
    assertThat(new Seal(new DataFolder(root)).open(sealed, "x")).isEmpty();
    Files.write(key, new byte[31]);
    assertThatThrownBy(() -> new Seal(new DataFolder(root)).open(sealed, "x"))
        .hasMessageContaining("second-step.key")
        .hasMessageContaining("must have 32 bytes, has 31");
  }
}
