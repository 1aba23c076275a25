package earshot.score.check;

import earshot.score.form.Question;
import earshot.score.form.Rule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The named checks, and the check of each question. */
public final class Checks {
  private static final Map<String, Check> NAMED = new TreeMap<>();

  static {
    NAMED.put("self-introduction", new SelfIntroduction());
    NAMED.put("customer-name", new CustomerName());
    NAMED.put("no-interruption", new NoInterruption());
    NAMED.put("calm-voice", new CalmVoice());
    NAMED.put("clear-pace", new ClearPace());
    NAMED.put("hold-permission", new HoldPermission());
    NAMED.put("hold-thanks", new HoldThanks());
    NAMED.put("lets-finish", new LetsFinish());
    NAMED.put("restates", new Restates());
    NAMED.put("next-step", new NextStep());
    NAMED.put("reference", new Reference());
    NAMED.put("announces-transfer", new AnnouncesTransfer());
    NAMED.put("identity-check", new IdentityCheck());
    NAMED.put("no-card-readback", new NoCardReadback());
    NAMED.put("order-readback", new OrderReadback());
  }

  private Checks() {}

  /** Names of all checks, sorted. */
  public static Set<String> names() {
    return NAMED.keySet();
  }

  /**
   * The check of a question.
   *
   * @throws IllegalArgumentException when it names one that is not there
   */
  public static Check of(Question question) {
    Rule rule = question.rule();
    if (rule != null) {
      return new RuleCheck(rule);
    }
    Check check = question.check() == null ? null : NAMED.get(question.check());
    if (check == null) {
      throw new IllegalArgumentException(
          "question '"
              + question.id()
              + "': there is no check '"
              + question.check()
              + "'; known are "
              + NAMED.keySet());
    }
    return check;
  }
}
