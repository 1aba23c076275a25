package earshot.report;

import earshot.stats.Interval;
import earshot.stats.Proportion;
import java.util.List;
import java.util.Locale;

/** {@link Outcomes} as sections of the HTML report. */
final class OutcomesHtml {
  private final OutcomeNumbers numbers;
  private final int least;
  private final StringBuilder html = new StringBuilder();

  private OutcomesHtml(OutcomeNumbers numbers, int least) {
    this.numbers = numbers;
    this.least = least;
  }

  /**
   * The sections.
   *
   * @param least n below which a share is marked
   */
  static String sections(Outcomes outcomes, OutcomeNumbers numbers, int least) {
    OutcomesHtml page = new OutcomesHtml(numbers, least);
    page.trends(outcomes.trends());
    page.repeats(outcomes.repeats());
    page.questions(outcomes.questions());
    page.phrases(outcomes);
    return page.html.toString();
  }

  private void trends(List<Outcomes.Trend> trends) {
    open("Trend by week");
    for (Outcomes.Trend trend : trends) {
      String svg = Charts.trend(trend.title(), trend.weeks(), trend.chart(), trend.greatest());
      html.append(svg.replace(Charts.NAMESPACE, ""));
      long outside = trend.chart().points().stream().filter(point -> point.outside()).count();
      boolean few = trend.weeks().size() < numbers.weeks();
      paragraph(
          "n by week: "
              + String.join(", ", trend.n().stream().map(String::valueOf).toList())
              + ". "
              + (few
                  ? "Too few weeks for limits that can be relied on: "
                      + trend.weeks().size()
                      + " of "
                      + numbers.weeks()
                      + "."
                  : Figures.counted(outside, "week") + " outside the limits."));
    }
    if (trends.isEmpty()) {
      paragraph("Less than two weeks with figures.");
    }
    notes(
        "A ring outside the dashed limits asks for a cause; a point inside is what chance does",
        "Limits: XmR for mean scores, p-chart for shares, three standard deviations."
            + " The first and the last week may be incomplete");
    close();
  }

  private void repeats(RepeatCalls repeats) {
    open("Did customers have to call again?");
    html.append("<div class=\"wide\"><table><thead><tr>");
    heads("text", "Figure");
    heads("number", "n", "Share", "95 % interval");
    heads("text", "");
    html.append("</tr></thead><tbody>");
    share(
        "Contacts with a repeat within " + numbers.repeat().toDays() + " days", repeats.repeated());
    share("Resolved at the first contact", repeats.firstResolved());
    html.append("</tbody></table></div>");
    notes(
        "Resolution at the first contact is usually called good at "
            + numbers.referenceLow()
            + " to "
            + numbers.referenceHigh()
            + " %, mostly counted from surveys; here it is the machine's fact of the call and no repeat",
        Figures.counted(repeats.continued(), "call")
            + " began under "
            + numbers.transfer().toMinutes()
            + " minutes after the last one ended and belong to the same contact",
        Figures.counted(repeats.censored(), "contact")
            + " ended less than "
            + numbers.repeat().toDays()
            + " days before the last call and cannot be followed up yet: in no share",
        Figures.counted(repeats.unknownCustomers(), "call") + " without a customer: in no share",
        "First contacts of the period's first days may be repeats of calls before it");
    close();
  }

  private void share(String name, Proportion share) {
    html.append("<tr>");
    cell("text", name);
    cell("number", Long.toString(share.n()));
    cell("number", Figures.share(share.share().orElse(null)));
    cell("number", Figures.shares(share.wilson().orElse(null)));
    cell("mark", share.n() < least ? Figures.TOO_FEW : "");
    html.append("</tr>");
  }

  private void questions(List<Outcomes.QuestionOutcome> questions) {
    open("Which questions go with a resolved call?");
    html.append("<div class=\"wide\"><table><thead><tr>");
    heads("text", "Question", "Form");
    heads("number", "n YES", "resolved", "n NO", "resolved", "Difference", "95 % interval");
    heads("text", "");
    html.append("</tr></thead><tbody>");
    for (Outcomes.QuestionOutcome outcome : questions) {
      html.append("<tr>");
      cell("text", outcome.question());
      cell("text", outcome.form());
      cell("number", Long.toString(outcome.resolved().first().n()));
      cell("number", Figures.share(outcome.resolved().first().share().orElse(null)));
      cell("number", Long.toString(outcome.resolved().second().n()));
      cell("number", Figures.share(outcome.resolved().second().share().orElse(null)));
      cell("number", points(outcome.resolved().estimate().orElseThrow()));
      Interval interval = outcome.resolved().interval().orElseThrow();
      cell("number", points(interval.low()) + " to " + points(interval.high()));
      cell("mark", outcome.tooFew() ? Figures.TOO_FEW : interval.contains(0) ? "" : "differs");
      html.append("</tr>");
    }
    html.append("</tbody></table></div>");
    notes(
        "Points of difference between calls with a YES and calls with a NO; interval: Newcombe, 95 %",
        "Of twenty questions without any effect one will differ by chance; and what goes together"
            + " need not be cause and effect");
    close();
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+d", Math.round(share * 100));
  }

  private void phrases(Outcomes outcomes) {
    open("What customers begin to say");
    List<RisingPhrases.Rising> phrases = outcomes.phrases();
    if (phrases == null) {
      paragraph("The tables hold no text; earshot rebuild --with-text parquet makes them with it.");
    } else if (phrases.isEmpty()) {
      paragraph(
          "No phrase rose surely: "
              + Figures.counted(outcomes.phraseCalls(), "call")
              + " of the last week against "
              + outcomes.earlierCalls()
              + " of the four before.");
    } else {
      html.append("<div class=\"wide\"><table><thead><tr>");
      heads("text", "Phrase");
      heads("number", "Calls", "of", "before", "of", "95 % interval");
      heads("text", "Examples");
      html.append("</tr></thead><tbody>");
      for (RisingPhrases.Rising rising : phrases) {
        html.append("<tr>");
        cell("text", rising.phrase());
        cell("number", Long.toString(rising.calls().first().hits()));
        cell("number", Long.toString(rising.calls().first().n()));
        cell("number", Long.toString(rising.calls().second().hits()));
        cell("number", Long.toString(rising.calls().second().n()));
        Interval interval = rising.calls().interval().orElseThrow();
        cell("number", points(interval.low()) + " to " + points(interval.high()));
        cell("text", String.join(", ", rising.examples()));
        html.append("</tr>");
      }
      html.append("</tbody></table></div>");
    }
    notes(
        "Calls of the last week against the four weeks before; redacted words only",
        "Thousands of phrases are looked at: some rise by chance, so hear an example first");
    close();
  }

  private void open(String title) {
    html.append("<section>\n<h2>").append(HtmlReport.escaped(title)).append("</h2>\n");
  }

  private void close() {
    html.append("</section>\n");
  }

  private void paragraph(String text) {
    html.append("<p>").append(HtmlReport.escaped(text)).append("</p>\n");
  }

  private void notes(String... notes) {
    html.append("<ul class=\"notes\">\n");
    for (String note : notes) {
      html.append("<li>").append(HtmlReport.escaped(note)).append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private void heads(String kind, String... titles) {
    HtmlReport.heads(html, kind, titles);
  }

  private void cell(String kind, String text) {
    HtmlReport.cell(html, kind, text);
  }
}
