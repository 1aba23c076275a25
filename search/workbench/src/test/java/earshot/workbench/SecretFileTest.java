package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets come from files that not everybody may read. */
class SecretFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aFile() throws IOException {
    file = Files.writeString(folder.resolve("secret"), " hush-hush-hush-hush-hush \nmore\n");
    may("rw-------");
  }

  private void may(String rights) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  private void refused(String words) {
    assertThatThrownBy(() -> SecretFile.firstLine("--secret", file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--secret: ")
        .hasMessageContaining(file.toString())
        .hasMessageContaining(words)
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rw-r-----"})
  void theOwnerAndOneGroupMayReadIt(String rights) throws IOException {
    may(rights);
    assertThat(SecretFile.firstLine("--secret", file)).isEqualTo("hush-hush-hush-hush-hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-----w-"})
  void oneThatEverybodyMayUseIsRefused(String rights) throws IOException {
    may(rights);
    refused("chmod 600");
  }

  @Test
  void oneWithoutASecretIsRefused() throws IOException {
    Files.writeString(file, "\nhush");
    refused("is empty");
    Files.delete(file);
    refused("cannot be read");
    Files.createDirectory(file);
    refused("cannot be read");
  }

  @Test
  void allOptionsAskForThat() throws IOException {
    may("rw-r--r--");
    Path data = Files.createDirectories(folder.resolve("data/calls")).resolveSibling("");
    String[] serve = {"serve", "--data", data.toString()};
    String issuer = "https://login.example.com";
    for (String[] more :
        new String[][] {
          {"--metrics-token-file"},
          {"--oidc-issuer", issuer, "--oidc-client-id", "earshot", "--oidc-secret-file"},
          {"--tls-certificate", "c", "--tls-key", "k", "--tls-key-password-file"},
          {"--database", "jdbc:postgresql://127.0.0.1:1/x", "--database-password-file"}
        }) {
      String[] all = new String[serve.length + more.length + 1];
      System.arraycopy(serve, 0, all, 0, serve.length);
      System.arraycopy(more, 0, all, serve.length, more.length);
      all[all.length - 1] = file.toString();
      StringWriter err = new StringWriter();
      int code = EarshotCommand.commandLine().setErr(new PrintWriter(err, true)).execute(all);
      assertThat(code).as(err.toString()).isEqualTo(1);
      assertThat(err.toString())
          .contains(more[more.length - 1] + ": every user of this machine may use " + file);
    }
  }
}
