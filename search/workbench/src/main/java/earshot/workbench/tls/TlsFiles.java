package earshot.workbench.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the server's certificate and key lie.
 *
 * @param certificate PEM: the server's own certificate, then those that vouch for it
 * @param key PEM: an RSA or EC key as PKCS#8
 * @param keyPassword file whose first line opens the key; empty for a key without password
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> keyPassword) {}
