package earshot.workbench.search;

import earshot.query.Field;
import java.util.List;

/**
 * The help of the query language.
 *
 * @param terms what can be written
 * @param filters fields of a call
 */
public record HelpView(List<Line> terms, List<Line> filters) {

  /** Something to write, and what it finds. */
  public record Line(String write, String finds) {}

  static HelpView standard() {
    List<Line> terms =
        List.of(
            new Line("refund", "any form of the word: refund, refunds, refunded"),
            new Line("\"thank you for calling\"", "these words as said, next to each other"),
            new Line("cancel*", "words that begin so"),
            new Line("~bill", "words that sound so: what recognition may have made of it"),
            new Line("sorry NEAR/4 delay", "in one turn, at most 4 words between"),
            new Line("hello THEN name", "one after the other along the call"),
            new Line("credit NOT IN \"credit card\"", "not as a part of the other"),
            new Line("agent: sorry", "said by the agent; also customer:"),
            new Line("agent:(sorry OR apolog*)", "the same for a group"),
            new Line("hello @first 30s", "said in the first 30 seconds; also @last"),
            new Line("a b,  a AND b,  a OR b,  NOT a", "over the whole call; ( ) groups"),
            new Line(
                "silence>10s,  overtalk>1s,  hold", "events, also with THEN; silences from 2 s on"),
            new Line("*", "every call"));
    List<Line> filters =
        Field.all().stream()
            .map(f -> new Line(f.name() + (f.name().endsWith(".") ? "NAME:" : ":"), f.meaning()))
            .toList();
    return new HelpView(terms, filters);
  }
}
