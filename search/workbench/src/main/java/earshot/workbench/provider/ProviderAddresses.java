package earshot.workbench.provider;

import java.net.URI;
import java.util.Locale;

/** Which addresses a secret may be sent to: HTTPS, and plain HTTP on this very machine. */
final class ProviderAddresses {
  private ProviderAddresses() {}

  /**
   * An address that was typed in or came from the provider.
   *
   * @param what it is, for the message
   * @throws IllegalArgumentException saying what is wrong
   */
  static URI checked(String what, String text) {
    URI address;
    try {
      address = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(what + " is no URL: " + text, e);
    }
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    String host = address.getHost();
    if (host == null || address.getUserInfo() != null || address.getFragment() != null) {
      throw new IllegalArgumentException(
          what + " must be https://HOST/PATH without name and fragment: " + text);
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && loopback(host))) {
      throw new IllegalArgumentException(
          what + " must be https (plain http only on this machine): " + text);
    }
    return address;
  }

  static boolean loopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
  }
}
