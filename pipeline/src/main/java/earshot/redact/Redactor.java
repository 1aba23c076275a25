package earshot.redact;

import earshot.call.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Takes out of a call what must not be written. A hidden span becomes one word such as {@code
 * [card-number]} in the text and in the words of its turn.
 *
 * <p>Deterministic, and idempotent by construction: rules are applied until they change nothing,
 * and redactions are read from the tokens that stand in the result. Thread-safe.
 *
 * <p>A redaction names the channel of its turn. Where both parties' channels carry each other's
 * voice (crosstalk, sidetone), a player that wants nothing heard mutes all channels for the span.
 */
public final class Redactor {
  private static final int MOST_PASSES = 8;

  private final RedactionPolicy policy;
  private final ConcurrentMap<String, Lexicon> lexicons = new ConcurrentHashMap<>();

  public Redactor(RedactionPolicy policy) {
    this.policy = policy;
  }

  /** With the policy that ships with the project. */
  public static Redactor standard() {
    return new Redactor(RedactionPolicy.standard());
  }

  /**
   * Redacts one call.
   *
   * @param turns ordered by start
   * @param language code such as {@code en}; one without rules of its own is read as English
   */
  public Redacted redact(List<Turn> turns, String language) {
    Lexicon lexicon = lexicons.computeIfAbsent(language, Lexicon::of);
    List<Turn> redacted = turns;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      List<Turn> next = pass(redacted, lexicon);
      if (next.equals(redacted)) {
        break;
      }
      redacted = next;
    }
    return new Redacted(redacted, MutedSpans.of(redacted, policy.paddingSeconds()));
  }

  /** Most turns have one text; where words and text differ, each is read on its own. */
  private List<Turn> pass(List<Turn> turns, Lexicon lexicon) {
    List<String> texts = new ArrayList<>(turns.size());
    List<String> joined = new ArrayList<>(turns.size());
    boolean same = true;
    for (Turn turn : turns) {
      String words = SpokenTurn.join(turn.words());
      boolean aligned = turn.words().isEmpty() || TurnRewriter.aligned(turn);
      texts.add(turn.text());
      joined.add(aligned ? turn.text() : words);
      same &= aligned;
    }
    List<List<Hit>> inTexts = hits(turns, texts, lexicon);
    List<List<Hit>> inWords = same ? inTexts : hits(turns, joined, lexicon);
    return new TurnRewriter(lexicon).rewrite(turns, joined, inTexts, inWords);
  }

  private List<List<Hit>> hits(List<Turn> turns, List<String> texts, Lexicon lexicon) {
    List<SpokenTurn> spoken = new ArrayList<>(turns.size());
    for (int i = 0; i < turns.size(); i++) {
      spoken.add(SpokenTurn.of(i, turns.get(i), texts.get(i), lexicon));
    }
    return new CallReading(spoken, lexicon, policy).hits();
  }
}
