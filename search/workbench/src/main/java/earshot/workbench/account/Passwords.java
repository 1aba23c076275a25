package earshot.workbench.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id, in the usual text form {@code
 * $argon2id$v=19$m=..,t=..,p=1$salt$hash}. Thread-safe; only a few run at once, since each takes
 * its memory.
 */
public final class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int AT_ONCE = 4;

  private final Limits limits;
  private final PasswordRules rules;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore running = new Semaphore(AT_ONCE);
  private final String nobodys;

  public Passwords(Limits limits) {
    this.limits = limits;
    this.rules = new PasswordRules(limits);
    this.nobodys = hash(Base64.getEncoder().encodeToString(bytes(SALT_BYTES)));
  }

  /**
   * Refuses passwords that are too easy.
   *
   * @param name of the account
   * @throws IllegalArgumentException saying what is expected
   */
  public void check(String name, String password) {
    rules.check(name, password);
  }

  /** Whether a password of that length is one to be proud of. */
  public boolean recommended(String password) {
    return password.codePointCount(0, password.length()) >= limits.recommended();
  }

  public int recommendedLength() {
    return limits.recommended();
  }

  /** The hash to store. */
  public String hash(String password) {
    return hashes(List.of(password)).get(0);
  }

  /** The hashes of secrets that belong together: with one salt, so that {@link #find} makes one. */
  List<String> hashes(List<String> secrets) {
    byte[] salt = bytes(SALT_BYTES);
    int memoryKib = limits.argonMemoryKib();
    int passes = limits.argonPasses();
    return secrets.stream()
        .map(secret -> text(argon2(secret, salt, memoryKib, passes), salt, memoryKib, passes))
        .toList();
  }

  private static String text(byte[] hash, byte[] salt, int memoryKib, int passes) {
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + memoryKib
        + ",t="
        + passes
        + ",p=1$"
        + text.encodeToString(salt)
        + "$"
        + text.encodeToString(hash);
  }

  /**
   * Whether the password is the one hashed.
   *
   * @param stored null for an account that does not exist: takes as long and says no
   */
  public boolean matches(String password, @Nullable String stored) {
    String tried = password.length() > limits.longest() * 2 ? "" : password;
    return find(tried, List.of(stored == null ? nobodys : stored)).isPresent() && stored != null;
  }

  /**
   * The one of these hashes that is the secret's.
   *
   * @param stored as {@link #hashes} made them at once
   */
  Optional<String> find(String secret, List<String> stored) {
    String[] parts = (stored.isEmpty() ? nobodys : stored.get(0)).split("\\$", -1);
    if (parts.length != 6 || !parts[1].equals("argon2id")) {
      throw new IllegalStateException("a stored password hash is not of the form argon2id");
    }
    String[] costs = parts[3].split("[=,]", -1);
    byte[] salt = Base64.getDecoder().decode(parts[4]);
    int memoryKib = Integer.parseInt(costs[1]);
    int passes = Integer.parseInt(costs[3]);
    String given = text(argon2(secret, salt, memoryKib, passes), salt, memoryKib, passes);
    return stored.stream().filter(hash -> same(hash, given)).findFirst();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] argon2(String password, byte[] salt, int memoryKib, int passes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    byte[] hash = new byte[HASH_BYTES];
    running.acquireUninterruptibly();
    try {
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memoryKib)
              .withIterations(passes)
              .withParallelism(1)
              .withSalt(salt)
              .build());
      generator.generateBytes(
          Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8),
          hash);
    } finally {
      running.release();
    }
    return hash;
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
