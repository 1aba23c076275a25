package earshot.workbench.account;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What counts once in place of a code, for those without their telephone: 60 random bits, written
 * as {@code 7k2m-x0rf-9wqd}. Stored with the hash of passwords; all codes of an account have one
 * salt, so that a try costs one hash.
 */
final class RecoveryCodes {
  /** Digits and letters without those that are taken for others (Crockford's base 32). */
  private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 12;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  static List<String> random(int count) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder code = new StringBuilder();
      for (int j = 0; j < LENGTH; j++) {
        code.append(j > 0 && j % GROUP == 0 ? "-" : "");
        code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
      }
      codes.add(code.toString());
    }
    return codes;
  }

  /** The signs of a code however it was typed; empty where that is none. */
  static Optional<String> signs(String typed) {
    String signs =
        typed
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('o', '0')
            .replaceAll("[il]", "1");
    boolean code = signs.length() == LENGTH && signs.chars().allMatch(c -> SIGNS.indexOf(c) >= 0);
    return code ? Optional.of(signs) : Optional.empty();
  }

  /** Puts these in place of all that the account had. */
  static void put(Handle h, long account, List<String> hashes) {
    h.execute("delete from recovery_code where account_id = ?", account);
    for (String hash : hashes) {
      h.execute("insert into recovery_code (code_hash, account_id) values (?, ?)", hash, account);
    }
  }

  static List<String> hashes(Handle h, long account) {
    return h.createQuery("select code_hash from recovery_code where account_id = :account")
        .bind("account", account)
        .mapTo(String.class)
        .list();
  }

  /** Uses a code up; false when somebody else was faster. */
  static boolean use(Handle h, String hash) {
    return h.execute("delete from recovery_code where code_hash = ?", hash) == 1;
  }
}
