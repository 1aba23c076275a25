package earshot.bench;

import earshot.data.CallStore;
import earshot.score.form.Form;
import earshot.score.mark.Mark;
import earshot.score.mark.Marks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Shows places one by one and keeps what a person says of each. */
final class BenchSession {
  private static final String KEYS =
      "t true, f false, w wrong sense (the words, meant otherwise), s skip, q quit";

  private final CallStore store;
  private final Marks marks;
  private final Form form;
  private final String question;
  private final String who;
  private final Clock clock;
  private final PlaceText text;

  BenchSession(
      CallStore store,
      Marks marks,
      Form form,
      String question,
      String who,
      Clock clock,
      PlaceText text) {
    this.store = store;
    this.marks = marks;
    this.form = form;
    this.question = question;
    this.who = who;
    this.clock = clock;
    this.text = text;
  }

  /** Prints places without asking. */
  void list(List<Drawn> drawn, PrintStream out) throws IOException {
    for (int i = 0; i < drawn.size(); i++) {
      show(drawn.get(i), i, drawn.size(), out);
    }
  }

  /** Asks until all are marked or somebody quits; the end of the input is a quit. */
  void ask(List<Drawn> drawn, BufferedReader in, PrintStream out) throws IOException {
    if (!drawn.isEmpty()) {
      out.println(KEYS + "; one key and Enter");
      out.println();
    }
    for (int i = 0; i < drawn.size(); i++) {
      show(drawn.get(i), i, drawn.size(), out);
      if (!marked(drawn.get(i), in, out)) {
        return;
      }
    }
  }

  private void show(Drawn drawn, int index, int of, PrintStream out) throws IOException {
    out.printf(
        Locale.ROOT,
        "%s %d of %d  %s  %s  %s%s%n",
        drawn.place().hit() ? "Hit" : "Near miss",
        index + 1,
        of,
        drawn.callId(),
        PlaceText.time(drawn.place().start()),
        drawn.place().role().id(),
        drawn.place().why().isEmpty() ? "" : "  (" + drawn.place().why() + ")");
    text.lines(store.read(drawn.file()), drawn.place()).forEach(out::println);
    out.println();
  }

  /** False when somebody quits. */
  private boolean marked(Drawn drawn, BufferedReader in, PrintStream out) throws IOException {
    while (true) {
      out.print("t/f/w/s/q: ");
      out.flush();
      String key = in.readLine();
      if (key == null) {
        out.println();
        return false;
      }
      switch (key.strip().toLowerCase(Locale.ROOT)) {
        case "t" -> keep(drawn, Mark.Value.TRUE);
        case "f" -> keep(drawn, Mark.Value.FALSE);
        case "w" -> keep(drawn, Mark.Value.WRONG_SENSE);
        case "s" -> {}
        case "q" -> {
          return false;
        }
        default -> {
          out.println(KEYS);
          continue;
        }
      }
      return true;
    }
  }

  private void keep(Drawn drawn, Mark.Value value) throws IOException {
    marks.add(
        new Mark(
            drawn.callId(),
            drawn.kind(),
            drawn.language(),
            drawn.place().role(),
            drawn.place().start(),
            drawn.place().end(),
            value,
            form.id(),
            form.version(),
            question,
            drawn.rule(),
            who,
            clock.instant().toString()));
  }
}
