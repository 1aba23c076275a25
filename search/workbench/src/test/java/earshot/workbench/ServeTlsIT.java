package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.tls.TestCertificate;
import earshot.workbench.tls.TlsFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code earshot serve --tls-certificate} as a process: what its operator reads. */
@Timeout(300)
class ServeTlsIT {
  private static final String LISTENS = "The workbench listens on ";

  @TempDir Path root;

  private Process serve(TlsFiles files) throws IOException {
    Path data = Files.createDirectories(root.resolve("data"));
    Files.createDirectories(data.resolve("calls"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "earshot.workbench.Main"));
    command.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
    command.addAll(List.of("--tls-certificate", files.certificate().toString()));
    command.addAll(List.of("--tls-key", files.key().toString()));
    return new ProcessBuilder(command).redirectError(root.resolve("err").toFile()).start();
  }

  @Test
  void itPrintsItsAddressAndForWhomTheCertificateIs() throws Exception {
    TestCertificate certificate = TestCertificate.ec().make();
    Process server = serve(certificate.in(root));
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      String listens = out.readLine();
      assertThat(listens).startsWith(LISTENS + "https://127.0.0.1:");
      assertThat(out.readLine()).startsWith("Certificate for localhost, 127.0.0.1, valid until 20");

      HttpBrowser browser =
          new HttpBrowser(URI.create(listens.substring(LISTENS.length())), certificate.client());
      assertThat(browser.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  @Test
  void anExpiredCertificateIsNotServed() throws Exception {
    Instant now = Instant.now();
    TlsFiles files =
        TestCertificate.ec().valid(now.minusSeconds(7200), now.minusSeconds(3600)).make().in(root);
    Process server = serve(files);
    try {
      assertThat(server.waitFor()).isEqualTo(1);
      assertThat(server.inputReader().lines()).isEmpty();
      assertThat(Files.readString(root.resolve("err")))
          .contains("earshot: --tls-certificate: " + files.certificate() + " expired at ")
          .doesNotContain("\tat ");
    } finally {
      server.destroyForcibly().waitFor();
    }
  }
}
