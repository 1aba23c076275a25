package earshot.workbench;

import earshot.workbench.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --tls-...}: HTTPS without a proxy. */
final class TlsOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description =
          "Speak HTTPS with this certificate (PEM), those that vouch for it behind it. A renewed"
              + " one is taken within a minute, without restart.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Its private key (PEM, PKCS#8, RSA or EC).")
  private @Nullable Path key;

  @Option(
      names = "--tls-key-password-file",
      paramLabel = "FILE",
      description = "Holds the password of the key in its first line, if it has one.")
  private @Nullable Path password;

  /**
   * Empty for plain HTTP.
   *
   * @throws IOException when every user of this machine may read the password
   * @throws CommandLine.ParameterException when one of the two is missing
   */
  Optional<TlsFiles> files() throws IOException {
    Path itsCertificate = certificate;
    Path itsKey = key;
    if (itsCertificate == null && itsKey == null && password == null) {
      return Optional.empty();
    }
    if (itsCertificate == null || itsKey == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--tls-certificate and --tls-key are needed together");
    }
    Path itsPassword = password;
    if (itsPassword != null) {
      SecretFile.firstLine("--tls-key-password-file", itsPassword);
    }
    return Optional.of(new TlsFiles(itsCertificate, itsKey, Optional.ofNullable(itsPassword)));
  }
}
