package earshot.workbench.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A certificate of a test's own, with its key and those that vouch for it. */
public record TestCertificate(List<X509Certificate> chain, KeyPair keys) {
  private static final AtomicLong SERIAL = new AtomicLong(1);

  /** How a certificate is to be; as browsers want it unless said otherwise. */
  public static final class Wanted {
    private KeyPair keys;
    private TestCertificate issuer;
    private Instant from = Instant.now().minus(1, ChronoUnit.DAYS);
    private Instant until = Instant.now().plus(90, ChronoUnit.DAYS);
    private boolean sha1;
    private KeyPurposeId purpose = KeyPurposeId.id_kp_serverAuth;

    private Wanted(KeyPair keys) {
      this.keys = keys;
    }

    public Wanted signedBy(TestCertificate other) {
      issuer = other;
      return this;
    }

    public Wanted valid(Instant first, Instant last) {
      from = first;
      until = last;
      return this;
    }

    Wanted withSha1() {
      sha1 = true;
      return this;
    }

    Wanted forMailOnly() {
      purpose = KeyPurposeId.id_kp_emailProtection;
      return this;
    }

    /** Makes it for localhost and 127.0.0.1. */
    public TestCertificate make() {
      try {
        return made();
      } catch (GeneralSecurityException | IOException e) {
        throw new AssertionError(e);
      }
    }

    private TestCertificate made() throws GeneralSecurityException, IOException {
      KeyPair signing = issuer == null ? keys : issuer.keys();
      long serial = SERIAL.getAndIncrement();
      X500Name subject = new X500Name("CN=test " + serial);
      boolean rsa = signing.getPrivate().getAlgorithm().equals("RSA");
      AlgorithmIdentifier algorithm =
          new AlgorithmIdentifier(
              !rsa
                  ? X9ObjectIdentifiers.ecdsa_with_SHA256
                  : sha1
                      ? PKCSObjectIdentifiers.sha1WithRSAEncryption
                      : PKCSObjectIdentifiers.sha256WithRSAEncryption);
      V3TBSCertificateGenerator to = new V3TBSCertificateGenerator();
      to.setSerialNumber(new ASN1Integer(BigInteger.valueOf(serial)));
      to.setIssuer(
          issuer == null
              ? subject
              : X500Name.getInstance(issuer.chain().get(0).getSubjectX500Principal().getEncoded()));
      to.setSubject(subject);
      to.setStartDate(new Time(Date.from(from)));
      to.setEndDate(new Time(Date.from(until)));
      to.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
      to.setSignature(algorithm);
      ExtensionsGenerator extensions = new ExtensionsGenerator();
      extensions.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
              }));
      extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      to.setExtensions(extensions.generate());
      var body = to.generateTBSCertificate();
      Signature signature =
          Signature.getInstance((sha1 ? "SHA1" : "SHA256") + (rsa ? "withRSA" : "withECDSA"));
      signature.initSign(signing.getPrivate());
      signature.update(body.getEncoded());
      ASN1EncodableVector parts = new ASN1EncodableVector();
      parts.add(body);
      parts.add(algorithm);
      parts.add(new DERBitString(signature.sign()));
      List<X509Certificate> chain = new ArrayList<>();
      chain.add(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(new DERSequence(parts).getEncoded())));
      if (issuer != null) {
        chain.addAll(issuer.chain());
      }
      return new TestCertificate(List.copyOf(chain), keys);
    }
  }

  public static Wanted rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return new Wanted(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static Wanted ec() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new Wanted(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public PublicKey publicKey() {
    return keys.getPublic();
  }

  /** Writes {@code certificate.pem} and {@code key.pem}, over those that are there. */
  public TlsFiles in(Path folder) throws IOException {
    return new TlsFiles(
        write(folder.resolve("certificate.pem"), certificates()),
        write(folder.resolve("key.pem"), pem("PRIVATE KEY", keys.getPrivate().getEncoded())),
        Optional.empty());
  }

  static Path write(Path file, String text) throws IOException {
    // As programs do that renew certificates: whoever reads sees the old or the new one.
    Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          next, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }
    return Files.move(
        next,
        file,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  String certificates() {
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : chain) {
      try {
        text.append(pem("CERTIFICATE", certificate.getEncoded()));
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
    return text.toString();
  }

  static String pem(String label, byte[] bytes) {
    Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN "
        + label
        + "-----\n"
        + encoder.encodeToString(bytes)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** A client that trusts the last of the chain, and nobody else. */
  public SSLContext client() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("root", chain.get(chain.size() - 1));
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
