package earshot.workbench.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;

/**
 * The way to PostgreSQL. On other machines than this one it is TLS with a verified certificate,
 * unless the JDBC URL says otherwise: the driver by itself would fall back to plain text.
 *
 * @param elsewhere hosts that are not this machine
 * @param said whether the URL says how TLS is to be
 * @param verified whether the URL asks for a verified certificate
 */
record Wire(List<String> elsewhere, boolean said, boolean verified) {
  static final String MODE = PGProperty.SSL_MODE.getName();
  static final String VERIFIED = SslMode.VERIFY_FULL.value;

  /** Reads it off a URL; one that the driver cannot read says nothing. */
  static Wire of(String url) {
    Properties said = Driver.parseURL(url, new Properties());
    if (said == null) {
      return new Wire(List.of(), true, true);
    }
    List<String> elsewhere =
        Arrays.stream(said.getProperty("PGHOST", "").split(",")).filter(Wire::elsewhere).toList();
    boolean any =
        said.getProperty(MODE) != null || said.getProperty(PGProperty.SSL.getName()) != null;
    return new Wire(elsewhere, any, verified(said));
  }

  private static boolean verified(Properties said) {
    try {
      return SslMode.of(said) == SslMode.VERIFY_FULL;
    } catch (PSQLException e) {
      return false;
    }
  }

  private static boolean elsewhere(String host) {
    try {
      return !InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }

  /** What to ask the driver for beside the URL; null where the URL is enough. */
  @Nullable String mode() {
    return said || elsewhere.isEmpty() ? null : VERIFIED;
  }

  /** Whether somebody between here and there could read and change what is sent. */
  boolean open() {
    return said && !verified && !elsewhere.isEmpty();
  }
}
