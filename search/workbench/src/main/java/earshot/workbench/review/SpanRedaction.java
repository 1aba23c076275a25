package earshot.workbench.review;

import earshot.call.Answer;
import earshot.call.CallRecord;
import earshot.call.Evidence;
import earshot.call.Redaction;
import earshot.call.Scorecard;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a span out of a call: its words become one token a turn, its sound is muted, and quotes of
 * the words go from scorecards, earlier ones included. Applied again it changes nothing.
 *
 * @param channel null for all
 * @param start seconds; a word of which any part lies inside goes as a whole
 * @param end seconds
 * @param kind the token between its brackets
 */
record SpanRedaction(@Nullable Integer channel, double start, double end, String kind) {
  private static final String BY_A_PERSON = "redacted";

  /** Shorter words stay in reasons: there they say nothing. */
  private static final int TELLING = 4;

  /** What a person marked. */
  SpanRedaction(@Nullable Integer channel, double start, double end) {
    this(channel, start, end, BY_A_PERSON);
  }

  private String token() {
    return "[" + kind + "]";
  }

  /** The record without the span; scores stay as they are. */
  CallRecord apply(CallRecord call) {
    Set<String> removed = new LinkedHashSet<>();
    List<Redaction> redactions = new ArrayList<>(call.redactions());
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : call.transcript().turns()) {
      turns.add(concerns(turn) ? without(turn, removed, redactions) : turn);
    }
    Gone gone =
        new Gone(removed, call.transcript().turns().stream().filter(this::concerns).toList());
    for (int each = 0; each < Math.max(1, call.audio().channels()); each++) {
      if (channel == null || channel == each) {
        add(redactions, new Redaction(each, start, end, kind));
      }
    }
    return call.withTranscript(call.transcript().withTurns(turns), redactions)
        .withScores(
            call.facts(),
            call.scorecards().stream().map(card -> without(card, gone)).toList(),
            call.history().stream().map(card -> without(card, gone)).toList());
  }

  /** The words of a turn that go. */
  List<Word> words(Turn turn) {
    return concerns(turn)
        ? turn.words().stream().filter(w -> inside(w) && !w.redacted()).toList()
        : List.of();
  }

  private boolean concerns(Turn turn) {
    return (channel == null || turn.channel() == channel)
        && turn.words().stream().anyMatch(w -> inside(w) && !w.redacted());
  }

  private boolean inside(Word word) {
    return inside(word.start(), word.end());
  }

  private boolean inside(double from, double to) {
    return from < end && to > start || from == to && from >= start && from <= end;
  }

  private Turn without(Turn turn, Set<String> removed, List<Redaction> redactions) {
    List<Word> words = new ArrayList<>();
    Word hidden = null;
    for (Word word : turn.words()) {
      if (!inside(word)) {
        hidden = kept(words, hidden);
        words.add(word);
      } else {
        if (!word.redacted()) {
          removed.add(word.word());
        }
        hidden =
            hidden == null ? new Word(token(), word.start(), word.end(), 1) : until(hidden, word);
      }
    }
    kept(words, hidden);
    for (Word word : words) {
      if (word.word().equals(token())) {
        add(redactions, new Redaction(turn.channel(), word.start(), word.end(), kind));
      }
    }
    return turn.withText(String.join(" ", words.stream().map(Word::word).toList()), words);
  }

  private Word until(Word hidden, Word word) {
    return new Word(token(), hidden.start(), Math.max(hidden.end(), word.end()), 1);
  }

  private static @Nullable Word kept(List<Word> words, @Nullable Word hidden) {
    if (hidden != null) {
      words.add(hidden);
    }
    return null;
  }

  private static void add(List<Redaction> redactions, Redaction redaction) {
    if (!redactions.contains(redaction)) {
      redactions.add(redaction);
    }
  }

  /** Words that went, and the turns that they were in. */
  private record Gone(Set<String> words, List<Turn> turns) {}

  /** A quote goes on beyond the words that are evidence, as far as its turn. */
  private boolean touches(Evidence evidence, Gone gone) {
    return inside(evidence.start(), evidence.end())
        || gone.turns().stream()
            .anyMatch(t -> evidence.start() <= t.end() && evidence.end() >= t.start());
  }

  private Scorecard without(Scorecard card, Gone gone) {
    return new Scorecard(
        card.form(),
        card.version(),
        card.rulesHash(),
        card.score(),
        card.coverage(),
        card.autoFailProposed(),
        card.answers().stream().map(answer -> without(answer, gone)).toList());
  }

  private Answer without(Answer answer, Gone gone) {
    Evidence near = answer.nearMiss();
    boolean touched =
        near != null && touches(near, gone)
            || answer.evidence().stream().anyMatch(e -> touches(e, gone));
    if (!touched || gone.words().isEmpty()) {
      return answer;
    }
    return new Answer(
        answer.question(),
        answer.answer(),
        answer.layer(),
        answer.confidence(),
        scrubbed(answer.reason(), gone.words(), TELLING),
        answer.evidence().stream().map(e -> without(e, gone)).toList(),
        answer.searched(),
        near == null ? null : without(near, gone),
        answer.weight(),
        answer.critical());
  }

  private Evidence without(Evidence evidence, Gone gone) {
    return touches(evidence, gone)
        ? new Evidence(
            evidence.role(),
            evidence.start(),
            evidence.end(),
            scrubbed(evidence.quote(), gone.words(), 1))
        : evidence;
  }

  private String scrubbed(String text, Set<String> removed, int shortest) {
    String rest = text;
    for (String word : removed) {
      String plain = word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
      if (plain.length() >= shortest && !plain.equals(kind)) {
        rest =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(plain) + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(rest)
                .replaceAll(Matcher.quoteReplacement(token()));
      }
    }
    String token = Pattern.quote(token());
    return Pattern.compile(token + "(?:\\s+" + token + ")+")
        .matcher(rest)
        .replaceAll(Matcher.quoteReplacement(token()));
  }
}
