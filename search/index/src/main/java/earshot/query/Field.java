package earshot.query;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field of a call that filters can ask for.
 *
 * @param name as written in a query; one that ends with a dot is followed by the name of a form or
 *     question ({@code score.courtesy})
 * @param meaning for the error message and the help
 */
public record Field(String name, Kind kind, String meaning) {

  /** What values a field has. */
  public enum Kind {
    TEXT,
    /** {@code true} or {@code false}. */
    TRUTH,
    NUMBER,
    /** A number of seconds; {@code 2m} means 120. */
    SECONDS,
    /** A local date, {@code 2026-10-01}. */
    DATE,
    /** YES, NO, NA or UNKNOWN. */
    ANSWER;

    boolean numeric() {
      return this == NUMBER || this == SECONDS || this == DATE;
    }
  }

  /** What follows the dot of a field's name. */
  enum Named {
    FORM,
    QUESTION,
    ROLE;

    private String one() {
      return name().toLowerCase(Locale.ROOT);
    }

    String many() {
      return one() + "s";
    }

    String unknown(String name) {
      return "no call has the " + one() + " '" + name + "'";
    }
  }

  private static final Set<String> TRUTHS = Set.of("true", "false");
  private static final Set<String> ANSWERS = Set.of("yes", "no", "na", "unknown");

  private static final List<Field> ALL =
      List.of(
          new Field("call_id", Kind.TEXT, "id of the call"),
          new Field("agent_id", Kind.TEXT, "id of the agent"),
          new Field("agent_name", Kind.TEXT, "name of the agent"),
          new Field("team", Kind.TEXT, "the agent's team"),
          new Field("queue", Kind.TEXT, "queue of the call"),
          new Field("direction", Kind.TEXT, "inbound or outbound"),
          new Field("language", Kind.TEXT, "language code, such as en"),
          new Field("customer_id", Kind.TEXT, "pseudonym of the customer"),
          new Field("layout", Kind.TEXT, "layout of the audio, such as agent_left or mono"),
          new Field("date", Kind.DATE, "local date of the call"),
          new Field("duration", Kind.SECONDS, "length of the call"),
          new Field("call_type", Kind.TEXT, "complaint, order, information, technical, sales, ..."),
          new Field("complaint", Kind.TRUTH, "whether the customer complained"),
          new Field("resolved", Kind.TEXT, "yes, no or unknown"),
          new Field("transferred", Kind.TRUTH, "whether the call was transferred"),
          new Field("says_called_before", Kind.TRUTH, "whether the customer called before"),
          new Field("holds", Kind.NUMBER, "how many holds"),
          new Field("hold_seconds", Kind.SECONDS, "time on hold"),
          new Field("talk_seconds.", Kind.SECONDS, "talk time of a role"),
          new Field("silence_seconds", Kind.SECONDS, "time in which nobody spoke"),
          new Field("overtalk_seconds", Kind.SECONDS, "time in which both spoke"),
          new Field("score.", Kind.NUMBER, "score of a form, 0 to 100"),
          new Field("coverage.", Kind.NUMBER, "coverage of a form, 0 to 1"),
          new Field("version.", Kind.NUMBER, "version of a form that was answered"),
          new Field("auto_fail.", Kind.TRUTH, "whether an automatic fail is proposed on a form"),
          new Field("answer.", Kind.ANSWER, "answer to a question: YES, NO, NA or UNKNOWN"));

  /** Every field. */
  public static List<Field> all() {
    return ALL;
  }

  /** The field of that name; {@code score.courtesy} is of the field {@code score.}. */
  public static Optional<Field> named(String name) {
    return ALL.stream().filter(f -> f.covers(name)).findFirst();
  }

  static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("unknown filter '" + name + "'; " + namesNear(name));
  }

  /** One sentence that lists the valid names, those most like the one given first. */
  static String namesNear(String name) {
    return "The filters, nearest first: "
        + ALL.stream()
            .sorted(Comparator.comparingInt(f -> Nearest.distance(name, f.name)))
            .map(f -> f.open() ? f.name + (f.kind == Kind.ANSWER ? "QUESTION" : "NAME") : f.name)
            .collect(Collectors.joining(", "));
  }

  private boolean open() {
    return name.endsWith(".");
  }

  /** What the name after the dot is of; empty for a field without one. */
  Optional<Named> of() {
    return switch (name) {
      case "answer." -> Optional.of(Named.QUESTION);
      case "talk_seconds." -> Optional.of(Named.ROLE);
      default -> open() ? Optional.of(Named.FORM) : Optional.empty();
    };
  }

  /** The name after the dot. */
  String after(String full) {
    return full.substring(name.length());
  }

  private boolean covers(String full) {
    return open()
        ? full.startsWith(name) && full.substring(name.length()).matches("[a-z0-9_-]+")
        : full.equals(name);
  }

  void check(String full, Condition condition) {
    if (kind.numeric() != condition instanceof Condition.Range) {
      throw new IllegalArgumentException(full + " takes " + takes());
    }
    if (condition instanceof Condition.Is is) {
      refuse(full, is, is.text());
    }
  }

  /**
   * Refuses a text that the field cannot have.
   *
   * @param typed the text as it was written
   */
  void refuse(String full, Condition.Is is, String typed) {
    if (kind == Kind.TRUTH && !TRUTHS.contains(is.text())
        || kind == Kind.ANSWER && !ANSWERS.contains(is.text())) {
      throw new IllegalArgumentException(full + " takes " + takes() + ", not '" + typed + "'");
    }
  }

  String takes() {
    return switch (kind) {
      case TEXT -> "a text, such as " + name.toLowerCase(Locale.ROOT) + ":north or \"north east\"";
      case TRUTH -> "true or false";
      case NUMBER -> "a number, a comparison (<60) or a range (60..80)";
      case SECONDS -> "seconds (120, 2m), a comparison (>120) or a range (60..120)";
      case DATE -> "a date (2026-10-01), a comparison or a range (2026-10-01..2026-10-10)";
      case ANSWER -> "YES, NO, NA or UNKNOWN";
    };
  }
}
