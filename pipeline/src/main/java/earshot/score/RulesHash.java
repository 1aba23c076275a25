package earshot.score;

import earshot.score.check.Check;
import earshot.score.form.Form;
import earshot.score.form.Question;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.LanguagePacks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Tells whether two scorecards were made by the same rules: SHA-256 over the form, the phrases of
 * the language, the versions of the checks and of the code that finds the facts.
 */
final class RulesHash {
  /** Changes whenever code that all checks build on changes answers. */
  private static final int GROUND_VERSION = 4;

  private final Map<String, String> hashes = new HashMap<>();

  RulesHash(List<Form> forms, LanguagePacks packs, Map<String, Check> checks) {
    for (Form form : forms) {
      StringBuilder rules = new StringBuilder(form.text());
      rules.append("\nground ").append(GROUND_VERSION);
      for (Question question : form.questions()) {
        Check check = checks.get(form.id() + "/" + question.id());
        rules.append('\n').append(question.id()).append(' ');
        rules.append(check == null ? 0 : check.version());
      }
      hashes.put(form.id(), sha256(rules.toString()));
      for (LanguagePack pack : packs.all().values()) {
        hashes.put(form.id() + "/" + pack.code(), sha256(rules + "\n" + pack.text()));
      }
    }
  }

  String of(Form form, String language) {
    String hash = hashes.get(form.id() + "/" + language);
    if (hash == null) {
      hash = hashes.get(form.id());
    }
    if (hash == null) {
      throw new IllegalArgumentException("the form '" + form.id() + "' is not known");
    }
    return hash;
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
