package earshot.redact;

import earshot.call.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a chain of digits is. Holds what was found so far in one call, so it takes a call's
 * chains in order and is used once; one thread.
 */
final class ChainRule {
  private static final Set<Role> SPEAKERS = Set.of(Role.values());
  private static final Set<Cue> ORDINARY = Set.of(Cue.ORDINARY);
  private static final Set<Cue> OF_CARDS =
      Set.of(Cue.CARD_NUMBER, Cue.CARD, Cue.SECURITY_CODE, Cue.CARD_EXPIRY, Cue.LAST_FOUR);

  private final RedactionPolicy.Limits limits;
  private final LanguageFile.Shapes shapes;
  private final CardContext context;
  private final Windows windows;
  private final List<SpokenTurn> turns;

  ChainRule(
      RedactionPolicy policy,
      Lexicon lexicon,
      CardContext context,
      Windows windows,
      List<SpokenTurn> turns) {
    this.limits = policy.limits();
    this.shapes = lexicon.shapes();
    this.context = context;
    this.windows = windows;
    this.turns = turns;
  }

  List<Hit> decide(Chain chain) {
    Kind kind = kind(chain);
    if (kind == null) {
      return afterCard(chain);
    }
    if (kind == Kind.CARD_NUMBER) {
      return card(chain);
    }
    List<Hit> hits = new ArrayList<>();
    for (Run run : chain.runs()) {
      hits.add(run.hit(kind));
    }
    if (kind == Kind.SECURITY_CODE) {
      context.code(chain);
    }
    return hits;
  }

  private @Nullable Kind kind(Chain chain) {
    Windows.Open open = chain.open();
    int length = chain.length();
    boolean otherwise = open.has(Cue.BANK_ACCOUNT) || open.has(Cue.NATIONAL_ID);
    if (length <= 4 && lastFour(open)) {
      return Kind.CARD_ENDING;
    }
    if (SPEAKERS.stream().anyMatch(role -> Luhn.card(chain.digits(role)))
        && !(otherwise && !open.has(Cue.CARD_NUMBER))) {
      return Kind.CARD_NUMBER;
    }
    Kind asked = asked(chain);
    if (asked != null) {
      return asked;
    }
    if (open.here().contains(Cue.ORDINARY)) {
      return null;
    }
    if (cardAsked(open) && cardPrompted(chain)) {
      return Kind.CARD_NUMBER;
    }
    if (open.has(Cue.CARD) && length >= limits.cardHinted() && !phone(chain)) {
      return Kind.CARD_NUMBER;
    }
    if (open.has(Cue.ORDINARY)) {
      return null;
    }
    return unprompted(chain);
  }

  private static boolean lastFour(Windows.Open open) {
    return open.here().contains(Cue.LAST_FOUR)
        || (open.here().isEmpty() && open.has(Cue.LAST_FOUR));
  }

  /** Whether somebody asked for a card number and none was given since. */
  private boolean cardAsked(Windows.Open open) {
    return open.here().contains(Cue.CARD_NUMBER)
        || (open.has(Cue.CARD_NUMBER) && !context.cardSince(open.turn(Cue.CARD_NUMBER)));
  }

  private boolean codeAsked(Windows.Open open, Cue cue) {
    return open.here().contains(cue) || (open.has(cue) && !context.codeSince(open.turn(cue)));
  }

  private boolean cardPrompted(Chain chain) {
    boolean other = chain.open().has(Cue.ORDINARY) || chain.open().has(Cue.POSTAL_ADDRESS);
    return chain.length() >= (other ? limits.cardHinted() : limits.cardPrompted());
  }

  /** Kinds whose cue was given and whose length fits. */
  private @Nullable Kind asked(Chain chain) {
    Windows.Open open = chain.open();
    int length = chain.length();
    if (open.has(Cue.CARD_EXPIRY) && length >= 2 && length <= 6) {
      return Kind.CARD_EXPIRY;
    }
    if (codeAsked(open, Cue.SECURITY_CODE) && code(chain)) {
      return Kind.SECURITY_CODE;
    }
    if (codeAsked(open, Cue.CODE) && context.near(chain.head()) && code(chain)) {
      return Kind.SECURITY_CODE;
    }
    if (open.has(Cue.PHONE_NUMBER) && length >= 5 && length <= 24) {
      return Kind.PHONE_NUMBER;
    }
    if (open.has(Cue.BANK_ACCOUNT) && length >= 5) {
      return Kind.BANK_ACCOUNT;
    }
    if (open.has(Cue.ACCOUNT) && length == 8 && groups(chain) && !phone(chain)) {
      return Kind.BANK_ACCOUNT;
    }
    if (open.has(Cue.NATIONAL_ID) && shapes.nationalId().holds(length)) {
      return Kind.NATIONAL_ID;
    }
    if (open.has(Cue.DATE_OF_BIRTH) && length >= 4 && length <= 8) {
      return Kind.DATE_OF_BIRTH;
    }
    return null;
  }

  private static boolean groups(Chain chain) {
    return chain.runs().stream().allMatch(run -> run.length() >= 3);
  }

  private boolean code(Chain chain) {
    int length = chain.length();
    boolean whole = chain.open().has(Cue.CARD_NUMBER) && !context.near(chain.head());
    if (whole) {
      return length == 3;
    }
    Run head = chain.head();
    boolean alone = chain.runs().size() == 1 && head.cover() >= limits.afterCardCover();
    return length <= 8
        && (length + head.loose() >= 3 || alone || head.turn().size() <= 4 || announced(chain));
  }

  /** "The security code is seven two", to the end of what is said: one digit was not heard. */
  private static boolean announced(Chain chain) {
    Run head = chain.head();
    return chain.open().here().contains(Cue.SECURITY_CODE) && head.length() == 2 && head.endsTurn();
  }

  private @Nullable Kind unprompted(Chain chain) {
    if (phone(chain)) {
      return Kind.PHONE_NUMBER;
    }
    if (readOut(chain)) {
      return null;
    }
    if (chain.length() >= limits.cardUnprompted()) {
      return Kind.CARD_NUMBER;
    }
    return SPEAKERS.stream().anyMatch(role -> noisyCard(chain, role)) ? Kind.CARD_NUMBER : null;
  }

  /**
   * Whether it is a number that the agent is the first to say, which the customer repeats at most,
   * in a call about a parcel, a meter or the like in which nobody gave or spoke of a card.
   */
  private boolean readOut(Chain chain) {
    int turn = chain.tail().turn().index();
    return chain.head().turn().role() == Role.AGENT
        && chain.digits(Role.AGENT).startsWith(chain.digits(Role.CUSTOMER))
        && !context.met()
        && windows.spokenOf(ORDINARY, turn)
        && !windows.spokenOf(OF_CARDS, turn);
  }

  private boolean noisyCard(Chain chain, Role role) {
    int digits = chain.digits(role).length();
    int noise = chain.noise(role);
    return chain.strong(role) >= limits.noisyCardDigits()
        && digits + noise >= limits.cardUnprompted()
        && digits >= limits.noisyCardDensity() * (digits + noise);
  }

  private boolean phone(Chain chain) {
    String digits = chain.longest();
    boolean plus = chain.head().first() > 0 && plusBefore(chain.head());
    boolean start = shapes.phoneStarts().stream().anyMatch(digits::startsWith);
    return (plus || start) && shapes.phone().holds(digits.length());
  }

  private static boolean plusBefore(Run run) {
    String before = run.turn().atom(run.first() - 1).folded();
    return before.equals("+") || before.equals("plus");
  }

  private List<Hit> card(Chain chain) {
    List<Hit> hits = new ArrayList<>();
    for (Run run : chain.runs()) {
      Role role = run.turn().role();
      boolean part = role == Role.AGENT && chain.digits(role).length() < limits.agentFullCard();
      boolean stray = run.length() == 1 && run.turn().size() > 4 && run != chain.head();
      if (!stray || chain.runs().size() == 1) {
        hits.add(run.hit(part ? Kind.CARD_DIGITS : Kind.CARD_NUMBER));
      }
    }
    context.card(chain);
    return hits;
  }

  /** Short numbers that nobody announced, after a card: its code, its expiry, an agent's echo. */
  private List<Hit> afterCard(Chain chain) {
    List<Hit> hits = new ArrayList<>();
    if (chain.open().has(Cue.ORDINARY)) {
      return hits;
    }
    for (Run run : chain.runs()) {
      Kind kind = context.after(run, context.talkSince(run, turns));
      if (kind != null) {
        hits.add(run.hit(kind));
      }
      if (kind == Kind.SECURITY_CODE) {
        context.code(chain);
      }
    }
    return hits;
  }
}
