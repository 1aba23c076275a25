package earshot.score.talk;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.match.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A call as scoring reads it: turns as people would count them. What one party says until the
 * other's turn is one turn, however many pauses it has. Immutable.
 */
public final class Conversation {
  /** Shorter sounds ("uh huh") are no turns where turns are counted or timed. */
  public static final double SHORTEST_TURN_SECONDS = 0.6;

  /**
   * A turn may begin so much before the other's end and still come after it: ends are not exact.
   */
  private static final double AFTER_TOLERANCE_SECONDS = 0.5;

  private final List<Turn> turns;
  private final List<List<String>> forms;
  private final List<Turn> heard;
  private final List<Event> events;
  private final double seconds;

  private Conversation(
      List<Turn> turns,
      List<List<String>> forms,
      List<Turn> heard,
      List<Event> events,
      double seconds) {
    this.turns = turns;
    this.forms = forms;
    this.heard = heard;
    this.events = events;
    this.seconds = seconds;
  }

  /**
   * @param heard turns as transcribed, ordered by start
   * @param seconds length of the call
   * @param listening whether a word, in its form, only says that somebody listens ("mhm")
   */
  public static Conversation of(
      List<Turn> heard,
      List<Event> events,
      double seconds,
      Language language,
      Predicate<String> listening) {
    List<Turn> joined = new TurnJoiner(events, language, listening).join(heard);
    return of(joined, heard, events, seconds, language);
  }

  /** Every turn as transcribed, none joined: for telling who speaks in each. */
  public static Conversation asHeard(List<Turn> heard, Language language) {
    return of(heard, heard, List.of(), 0, language);
  }

  private static Conversation of(
      List<Turn> joined, List<Turn> heard, List<Event> events, double seconds, Language language) {
    List<Turn> turns = new ArrayList<>();
    List<List<String>> forms = new ArrayList<>();
    for (Turn turn : joined) {
      List<Word> words = new ArrayList<>(turn.words().size());
      List<String> turnForms = new ArrayList<>(turn.words().size());
      for (Word word : turn.words()) {
        String form = language.form(word.word());
        if (!form.isEmpty()) {
          words.add(word);
          turnForms.add(form);
        }
      }
      turns.add(words.size() == turn.words().size() ? turn : turn.withText(turn.text(), words));
      forms.add(List.copyOf(turnForms));
    }
    return new Conversation(
        List.copyOf(turns), List.copyOf(forms), List.copyOf(heard), List.copyOf(events), seconds);
  }

  /** Turns ordered by start; words without letters or digits left out. */
  public List<Turn> turns() {
    return turns;
  }

  public Turn turn(int index) {
    return turns.get(index);
  }

  /** The words of a turn, in the form in which they are compared. */
  public List<String> forms(int turn) {
    return forms.get(turn);
  }

  /** Turns as transcribed, not joined. */
  public List<Turn> heard() {
    return heard;
  }

  public List<Event> events() {
    return events;
  }

  public double seconds() {
    return seconds;
  }

  public boolean said(int turn, Role role) {
    return turns.get(turn).role() == role;
  }

  /** Whether it counts as a turn: long enough. */
  public boolean counts(int turn) {
    return turns.get(turn).seconds() >= SHORTEST_TURN_SECONDS;
  }

  /** Indexes of the turns of a role that count. */
  public List<Integer> counted(Role role) {
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      if (said(i, role) && counts(i)) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  /** Indexes of the turns of a role that count and begin when or after a time is reached. */
  public List<Integer> countedAfter(Role role, double time) {
    return counted(role).stream()
        .filter(i -> turns.get(i).start() >= time - AFTER_TOLERANCE_SECONDS)
        .toList();
  }

  /** The words as they stand in the transcript. */
  public String words(int turn, int first, int last) {
    StringBuilder text = new StringBuilder();
    for (Word word : turns.get(turn).words().subList(first, last + 1)) {
      text.append(text.isEmpty() ? "" : " ").append(word.word());
    }
    return text.toString();
  }

  /** Summed length of the turns of a role as transcribed, seconds. */
  public double speechSeconds(Role role) {
    return heard.stream().filter(t -> t.role() == role).mapToDouble(Turn::seconds).sum();
  }
}
