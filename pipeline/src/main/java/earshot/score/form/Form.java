package earshot.score.form;

import java.util.List;

/**
 * A checklist, as data.
 *
 * @param id as in records, tables and the query language
 * @param agentSpeechSeconds the form applies from so much speech of the agent on
 * @param onlyComplaints whether it applies only when the customer expresses dissatisfaction
 * @param countsFrom a rule that a customer adds or changes counts in the score once the lower end
 *     of the interval of its precision reaches this, 0 to 1
 * @param text the file it was read from, for the hash of the rules
 * @param canonical what the file says, without its layout and comments
 * @param where file and line of its version, for messages
 */
public record Form(
    String id,
    int version,
    String title,
    double agentSpeechSeconds,
    boolean onlyComplaints,
    Gate gate,
    double countsFrom,
    List<Section> sections,
    String text,
    String canonical,
    String where) {
  public Form {
    sections = List.copyOf(sections);
  }

  /**
   * How well must have been heard before the absence of words means anything.
   *
   * @param recognised least share of the speech in which words were recognised, 0 to 1
   * @param confidence least mean word confidence, 0 to 1
   * @param evidence least confidence of the words that an answer rests on, 0 to 1
   * @param doubtful a word heard with less confidence than this may be another, 0 to 1
   */
  public record Gate(double recognised, double confidence, double evidence, double doubtful) {}

  /** Questions that belong together on screen. */
  public record Section(String title, List<Question> questions) {
    public Section {
      questions = List.copyOf(questions);
    }
  }

  /** All questions in the order of the form. */
  public List<Question> questions() {
    return sections.stream().flatMap(s -> s.questions().stream()).toList();
  }
}
