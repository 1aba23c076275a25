package earshot.workbench.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are fit, and what is said about the others: option, file, what to do. */
class ServedCertificateTest {
  private static final TestCertificate GOOD = TestCertificate.rsa(2048).make();

  @TempDir Path folder;

  private static void refused(TlsFiles files, String... words) {
    assertThatThrownBy(() -> ServedCertificate.read(files, Instant.now()))
        .isInstanceOf(IOException.class)
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .contains(words)
                    .contains("--tls-")
                    .doesNotContain("hush"));
  }

  @Test
  void rsaAndEcKeysAreFit() throws Exception {
    for (TestCertificate made : new TestCertificate[] {GOOD, TestCertificate.ec().make()}) {
      ServedCertificate served = ServedCertificate.read(made.in(folder), Instant.now());
      assertThat(served.chain()).isEqualTo(made.chain());
      assertThat(served.key()).isEqualTo(made.keys().getPrivate());
      assertThat(served.names()).containsExactly("localhost", "127.0.0.1");
    }
  }

  @Test
  void filesThatAreMissingOrUnreadable() throws Exception {
    TlsFiles files = GOOD.in(folder);
    Path none = folder.resolve("none.pem");
    refused(with(files, none, files.key()), "--tls-certificate: there is no file " + none);
    refused(with(files, files.certificate(), none), "--tls-key: there is no file " + none);
    refused(with(files, folder, files.key()), "--tls-certificate: " + folder + " cannot be read");
  }

  private static TlsFiles with(TlsFiles files, Path certificate, Path key) {
    return new TlsFiles(certificate, key, files.keyPassword());
  }

  @Test
  void whatIsNotPem() throws Exception {
    TlsFiles files = GOOD.in(folder);
    Path der = Files.write(folder.resolve("c.der"), GOOD.chain().get(0).getEncoded());
    Path text = Files.writeString(folder.resolve("c.txt"), "hush");
    Path broken =
        Files.writeString(folder.resolve("b"), TestCertificate.pem("CERTIFICATE", new byte[9]));
    Path sealed =
        Files.writeString(
            folder.resolve("s"),
            "-----BEGIN PRIVATE KEY-----\nhush!\n" + "-----END PRIVATE KEY-----\n");
    refused(with(files, text, files.key()), text + " is not PEM");
    refused(with(files, der, files.key()), der + " is not PEM", "looks like DER");
    refused(with(files, broken, files.key()), "certificate 1 in " + broken + " is damaged");
    refused(with(files, files.key(), files.key()), files.key() + " holds no certificate");
    refused(with(files, files.certificate(), files.certificate()), "holds no private key");
    refused(with(files, files.certificate(), sealed), sealed + " is damaged");
  }

  @Test
  void aKeyOfAnotherCertificate() throws Exception {
    TlsFiles files = GOOD.in(folder);
    Path elsewhere = Files.createDirectory(folder.resolve("other"));
    for (TestCertificate other :
        new TestCertificate[] {TestCertificate.rsa(2048).make(), TestCertificate.ec().make()}) {
      Path key = other.in(elsewhere).key();
      refused(
          with(files, files.certificate(), key),
          "--tls-key: the key in " + key + " does not belong to the first certificate in");
    }
  }

  @Test
  void certificatesThatBrowsersWouldRefuse() throws Exception {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant before = now.minus(1, ChronoUnit.HOURS);
    Instant after = now.plus(1, ChronoUnit.HOURS);
    refused(
        TestCertificate.ec().valid(before.minusSeconds(60), before).make().in(folder),
        "expired at " + before);
    refused(
        TestCertificate.ec().valid(after, after.plusSeconds(60)).make().in(folder),
        "is valid from " + after);
    refused(TestCertificate.rsa(1024).make().in(folder), "less than 2048 bits");
    refused(TestCertificate.rsa(2048).withSha1().make().in(folder), "signed with SHA1withRSA");
    refused(TestCertificate.ec().forMailOnly().make().in(folder), "is not for servers");
  }

  @Test
  void aChainWithAStrangerInIt() throws Exception {
    TestCertificate own = TestCertificate.ec().signedBy(GOOD).make();
    TlsFiles files = own.in(folder);
    assertThat(ServedCertificate.read(files, Instant.now()).chain()).hasSize(2);
    TestCertificate.write(
        files.certificate(), own.certificates() + TestCertificate.rsa(2048).make().certificates());
    refused(files, "is no chain: certificate 3 did not sign certificate 2");
  }

  /** Made by OpenSSL 3: {@code openssl genpkey}, and {@code openssl pkcs8 -topk8} of it. */
  private static final String OPEN =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpGa270dyP9yTRx+5
      cz1unh6wF7dck8AtJCwwjSe4KOyhRANCAASY0fVS/KSnIQaiIJi03v9H8R7KODjR
      irt9AGBHS7h89buMVuX7dFWSA9UaMWGgFI5H4COJtk7qisUkIb+jiZRo
      -----END PRIVATE KEY-----
      """;

  private static final String LOCKED =
      """
      -----BEGIN ENCRYPTED PRIVATE KEY-----
      MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhM/zJphqTNCwICCAAw
      DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEHKzAIbCQL8m5Zqlq9RWj2sEgZA9
      hDyYQihw20hrvnNBMdKmeUylWN/6TPxcEto/Mym6po7aj/+8EMIBocEOd2UbBjHn
      b9Gmsdf8lNVPHcX2YrnNgBWPCpYoRWVBgqafxY+7EXPYOX2LNVmjGW5d5B8eUhRg
      gE4bHyC2gtpEU9jayzj4SCMFPthguzlo937nEBgNQUy/ILGE/gb+21Qaj0ggw10=
      -----END ENCRYPTED PRIVATE KEY-----
      """;

  @Test
  void aKeyWithAPassword() throws Exception {
    TlsFiles files = GOOD.in(folder);
    TestCertificate.write(files.key(), OPEN);
    PrivateKey open = PrivateKeyFile.read(files);
    TestCertificate.write(files.key(), LOCKED);
    Path right = Files.writeString(folder.resolve("right"), "hush-hush\nmore\n");
    Path wrong = Files.writeString(folder.resolve("wrong"), "hush");

    refused(files, files.key() + " has a password; give --tls-key-password-file");
    refused(
        new TlsFiles(files.certificate(), files.key(), Optional.of(wrong)),
        "the first line of " + wrong + " does not open " + files.key());
    assertThat(
            PrivateKeyFile.read(new TlsFiles(files.certificate(), files.key(), Optional.of(right))))
        .isEqualTo(open);
  }

  @Test
  void keysOfOtherFormsAreToldHowToBeWritten() throws Exception {
    TlsFiles files = GOOD.in(folder);
    for (String label : new String[] {"RSA PRIVATE KEY", "EC PRIVATE KEY"}) {
      TestCertificate.write(
          files.key(), TestCertificate.pem(label, "hush".getBytes(StandardCharsets.US_ASCII)));
      refused(files, "is not PKCS#8", "openssl pkcs8 -topk8");
    }
    TestCertificate.write(files.key(), TestCertificate.pem("PRIVATE KEY", new byte[40]));
    refused(files, "holds neither an RSA nor an EC key");
  }
}
