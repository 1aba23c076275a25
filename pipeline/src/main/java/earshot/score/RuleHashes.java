package earshot.score;

import earshot.score.check.Check;
import earshot.score.check.Checks;
import earshot.score.form.Form;
import earshot.score.form.Question;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.LanguagePacks;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether one rule is still the same: SHA-256 over what the question asks, the phrases of one
 * language that it looks for, and the version of its check. Texts, help and weights are no part of
 * it, and neither are other questions. Thread-safe.
 */
public final class RuleHashes {
  private final Map<String, String> hashes = new HashMap<>();

  RuleHashes(Iterable<Form> forms, LanguagePacks packs) {
    for (Form form : forms) {
      for (Question question : form.questions()) {
        Check check = Checks.of(question);
        for (LanguagePack pack : packs.all().values()) {
          hashes.put(
              key(form.id(), question.id(), pack.code()),
              RulesHash.sha256(
                  question.id()
                      + "\n"
                      + question.asks()
                      + check.version()
                      + "\n"
                      + pack.code()
                      + "\n"
                      + pack.rule(check.searches())));
        }
      }
    }
  }

  /** The hash of a question of a form in a language that has a pack. */
  public String of(String form, String question, String language) {
    String hash = hashes.get(key(form, question, language));
    if (hash == null) {
      throw new IllegalArgumentException(
          "no question '" + question + "' of form '" + form + "' in language '" + language + "'");
    }
    return hash;
  }

  Set<String> all() {
    return Set.copyOf(hashes.values());
  }

  private static String key(String form, String question, String language) {
    return form + "/" + question + "/" + language;
  }
}
