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
    List<Turn> redacted = sameWords(turns, lexicon);
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      List<Turn> next = pass(redacted, lexicon);
      if (next.equals(redacted)) {
        break;
      }
      redacted = next;
    }
    return new Redacted(redacted, MutedSpans.of(redacted, policy.paddingSeconds()));
  }

  /**
   * The turns with text and words alike. Where they differ, each is read on its own; if they still
   * differ then, the one of which more is to be hidden counts and the other is made from it; of
   * both alike, the words, for they have times.
   */
  private List<Turn> sameWords(List<Turn> turns, Lexicon lexicon) {
    if (turns.stream().allMatch(Pieces::aligned)) {
      return turns;
    }
    List<Turn> byWords = new ArrayList<>(turns);
    List<Turn> byText = new ArrayList<>(turns);
    for (int i = 0; i < turns.size(); i++) {
      if (!Pieces.aligned(turns.get(i))) {
        byWords.set(i, Pieces.textFromWords(turns.get(i)));
        byText.set(i, Pieces.wordsFromText(turns.get(i)));
      }
    }
    List<List<Hit>> inWords = hits(spoken(byWords, lexicon), lexicon);
    List<List<Hit>> inText = hits(spoken(byText, lexicon), lexicon);
    for (int i = 0; i < turns.size(); i++) {
      Turn words = rewritten(i, byWords.get(i), inWords.get(i), lexicon);
      Turn both =
          turns
              .get(i)
              .withText(rewritten(i, byText.get(i), inText.get(i), lexicon).text(), words.words());
      if (!words.words().isEmpty() && Pieces.aligned(both)) {
        byWords.set(i, both);
      } else if (inText.get(i).size() > inWords.get(i).size()) {
        byWords.set(i, byText.get(i));
      }
    }
    return byWords;
  }

  private static Turn rewritten(int index, Turn turn, List<Hit> hits, Lexicon lexicon) {
    return TurnRewriter.rewrite(SpokenTurn.of(index, turn, lexicon), turn, hits);
  }

  private List<Turn> pass(List<Turn> turns, Lexicon lexicon) {
    List<SpokenTurn> spoken = spoken(turns, lexicon);
    List<List<Hit>> hits = hits(spoken, lexicon);
    List<Turn> rewritten = new ArrayList<>(turns.size());
    for (int i = 0; i < turns.size(); i++) {
      rewritten.add(TurnRewriter.rewrite(spoken.get(i), turns.get(i), hits.get(i)));
    }
    return rewritten;
  }

  private static List<SpokenTurn> spoken(List<Turn> turns, Lexicon lexicon) {
    List<SpokenTurn> spoken = new ArrayList<>(turns.size());
    for (int i = 0; i < turns.size(); i++) {
      spoken.add(SpokenTurn.of(i, turns.get(i), lexicon));
    }
    return spoken;
  }

  private List<List<Hit>> hits(List<SpokenTurn> spoken, Lexicon lexicon) {
    return new CallReading(spoken, lexicon, policy).hits();
  }
}
