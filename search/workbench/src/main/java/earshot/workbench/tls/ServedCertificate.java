package earshot.workbench.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A certificate that browsers can be shown, with the key that proves it.
 *
 * @param chain the server's own certificate, then each that signed the one before it
 */
record ServedCertificate(List<X509Certificate> chain, PrivateKey key) {
  private static final String OPTION = "--tls-certificate";
  private static final int SHORTEST_RSA = 2048;
  private static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";
  private static final String FOR_ANYTHING = "2.5.29.37.0";
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  ServedCertificate {
    chain = List.copyOf(chain);
  }

  /**
   * Reads and checks both files.
   *
   * @throws IOException naming the file and what to do
   */
  static ServedCertificate read(TlsFiles files, Instant now) throws IOException {
    Path file = files.certificate();
    List<X509Certificate> chain = chain(file);
    PrivateKey key = PrivateKeyFile.read(files);
    ServedCertificate served = new ServedCertificate(chain, key);
    if (!served.fits()) {
      throw new IOException(
          "--tls-key: the key in "
              + files.key()
              + " does not belong to the first certificate in "
              + file
              + "; the server's own certificate has to be the first there");
    }
    String wrong = served.unfit(now);
    if (!wrong.isEmpty()) {
      throw new IOException(OPTION + ": " + file + " " + wrong);
    }
    return served;
  }

  private static List<X509Certificate> chain(Path file) throws IOException {
    List<X509Certificate> chain = new ArrayList<>();
    try {
      CertificateFactory certificates = CertificateFactory.getInstance("X.509");
      for (PemBlock block : PemBlock.read(OPTION, file)) {
        if (block.label().equals("CERTIFICATE")) {
          chain.add(
              (X509Certificate)
                  certificates.generateCertificate(new ByteArrayInputStream(block.bytes())));
        }
      }
    } catch (CertificateException | IllegalArgumentException e) {
      throw new IOException(
          OPTION + ": certificate " + (chain.size() + 1) + " in " + file + " is damaged", e);
    }
    if (chain.isEmpty()) {
      throw new IOException(OPTION + ": " + file + " holds no certificate");
    }
    return chain;
  }

  /** What speaks against showing it to browsers; empty when nothing does. */
  private String unfit(Instant now) throws IOException {
    X509Certificate own = own();
    if (now.isAfter(until())) {
      return "expired at " + until() + "; get a new certificate";
    }
    if (now.isBefore(own.getNotBefore().toInstant())) {
      return "is valid from " + own.getNotBefore().toInstant() + " on only";
    }
    if (own.getPublicKey() instanceof RSAPublicKey rsa
        && rsa.getModulus().bitLength() < SHORTEST_RSA) {
      return "has an RSA key of less than " + SHORTEST_RSA + " bits";
    }
    String signature = own.getSigAlgName().toUpperCase(Locale.ROOT);
    if (signature.contains("SHA1") || signature.contains("MD5")) {
      return "is signed with " + own.getSigAlgName() + ", which browsers refuse";
    }
    if (!forServers()) {
      return "is not for servers (extended key usage)";
    }
    for (int i = 1; i < chain.size(); i++) {
      if (!signed(chain.get(i), chain.get(i - 1))) {
        return "is no chain: certificate " + (i + 1) + " did not sign certificate " + i;
      }
    }
    return "";
  }

  private boolean forServers() throws IOException {
    try {
      List<String> uses = own().getExtendedKeyUsage();
      return uses == null || uses.contains(FOR_SERVERS) || uses.contains(FOR_ANYTHING);
    } catch (CertificateException e) {
      throw new IOException(OPTION + ": the extended key usage cannot be read", e);
    }
  }

  private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
    try {
      certificate.verify(issuer.getPublicKey());
      return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean fits() {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    byte[] text = "earshot".getBytes(StandardCharsets.US_ASCII);
    try {
      Signature sign = Signature.getInstance(algorithm);
      sign.initSign(key);
      sign.update(text);
      byte[] signature = sign.sign();
      Signature verify = Signature.getInstance(algorithm);
      verify.initVerify(own().getPublicKey());
      verify.update(text);
      return verify.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private X509Certificate own() {
    return chain.get(0);
  }

  Instant until() {
    return own().getNotAfter().toInstant();
  }

  /** Names and addresses it is for, as browsers compare them; none in one that they refuse. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    try {
      var all = own().getSubjectAlternativeNames();
      if (all != null) {
        for (List<?> name : all) {
          if (name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS)) {
            names.add(String.valueOf(name.get(1)));
          }
        }
      }
    } catch (CertificateException e) {
      return List.of();
    }
    return names;
  }

  /** In memory, as the TLS of Java wants it. */
  KeyStore keyStore(String password) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "earshot", key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException(OPTION + ": Java does not take the certificate", e);
    }
  }
}
