package earshot.redact;

import earshot.call.Role;
import org.jspecify.annotations.Nullable;

/** Where the last card number and the last security code were said in a call. One thread. */
final class CardContext {
  private static final int NEVER = Integer.MIN_VALUE / 2;

  private final RedactionPolicy policy;
  private int cardTurn = NEVER;
  private int cardLast;
  private double cardEnd;
  private int codeTurn = NEVER;
  private String code = "";

  CardContext(RedactionPolicy policy) {
    this.policy = policy;
  }

  void card(Chain chain) {
    card(chain.tail().turn(), chain.tail().last());
  }

  /** A card was said up to an atom of a turn, or its token stands there. */
  void card(SpokenTurn turn, int last) {
    if (turn.index() >= cardTurn) {
      cardTurn = turn.index();
      cardLast = last;
      cardEnd = turn.end();
    }
  }

  void code(Chain chain) {
    codeTurn = chain.tail().turn().index();
    code = chain.longest();
  }

  /** Whether a card was given not long before the run. */
  boolean near(Run run) {
    RedactionPolicy.Window window = policy.window(Cue.SECURITY_CODE);
    return run.turn().index() - cardTurn <= window.turns() + 2
        && run.turn().start() - cardEnd <= window.seconds();
  }

  /** What an unannounced short number is; null when it is nothing to hide. */
  @Nullable Kind after(Run run) {
    int length = run.length();
    if (length < 3 || length > 4) {
      return null;
    }
    if (run.turn().role() == Role.AGENT) {
      return echo(run) ? Kind.SECURITY_CODE : null;
    }
    RedactionPolicy.Limits limits = policy.limits();
    int turns = run.turn().index() - cardTurn;
    boolean sameTurn = turns == 0 && run.first() - cardLast - 1 <= limits.afterCardWords();
    boolean soon =
        turns > 0
            && turns <= limits.afterCardTurns()
            && run.turn().start() - cardEnd <= policy.window(Cue.CODE).seconds()
            && run.cover() >= limits.afterCardCover();
    if (!sameTurn && !soon) {
      return echo(run) ? Kind.SECURITY_CODE : null;
    }
    return length == 4 && expiry(run.digits()) ? Kind.CARD_EXPIRY : Kind.SECURITY_CODE;
  }

  /** Whether somebody repeats the code, one digit misheard at most. */
  private boolean echo(Run run) {
    String digits = run.digits();
    if (run.turn().index() - codeTurn > policy.limits().afterCardTurns()
        || digits.length() != code.length()) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < digits.length(); i++) {
      different += digits.charAt(i) == code.charAt(i) ? 0 : 1;
    }
    return different <= 1;
  }

  /** Month and year, in two figures each. */
  private static boolean expiry(String digits) {
    int month = Integer.parseInt(digits.substring(0, 2));
    int year = Integer.parseInt(digits.substring(2));
    return month >= 1 && month <= 12 && year >= 20 && year <= 49;
  }
}
