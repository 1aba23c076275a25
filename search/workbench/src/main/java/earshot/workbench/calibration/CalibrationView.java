package earshot.workbench.calibration;

import earshot.workbench.call.CallView;
import earshot.workbench.web.Sentence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the pages of calibration show. */
public final class CalibrationView {
  private CalibrationView() {}

  /**
   * All sets one may see.
   *
   * @param reviewers who can be asked
   * @param typed what the form holds
   */
  public record Sets(
      List<SetLine> sets,
      List<FormChoice> forms,
      List<String> reviewers,
      boolean mayOpen,
      Typing typed) {
    public Sets {
      sets = List.copyOf(sets);
      forms = List.copyOf(forms);
      reviewers = List.copyOf(reviewers);
    }
  }

  /**
   * What was typed of a set that is not open yet.
   *
   * @param form empty before one was chosen
   * @param problem why it was not opened; empty when it was not tried
   */
  public record Typing(
      String title, String form, String calls, Set<String> reviewers, String problem) {
    static final Typing NOTHING = new Typing("", "", "", Set.of(), "");

    public Typing {
      reviewers = Set.copyOf(reviewers);
    }

    Typing with(String why) {
      return new Typing(title, form, calls, reviewers, why);
    }
  }

  /**
   * A set in the list.
   *
   * @param opened when and by whom
   * @param state how far it is, in words
   * @param waits whether it waits for the one who looks
   */
  public record SetLine(
      String path,
      String title,
      String form,
      int calls,
      Sentence opened,
      Sentence state,
      boolean waits) {}

  public record FormChoice(String id, String title) {}

  /**
   * One set.
   *
   * @param reviewers the columns of the calls
   * @param next the page of the next call to answer about; null when none waits
   * @param outcome null until it is closed
   */
  public record One(
      String title,
      String path,
      Sentence about,
      boolean closed,
      boolean mayClose,
      List<String> reviewers,
      List<CallLine> calls,
      @Nullable String next,
      @Nullable Outcome outcome) {
    public One {
      reviewers = List.copyOf(reviewers);
      calls = List.copyOf(calls);
    }
  }

  /**
   * A call of a set.
   *
   * @param path empty where there is nothing to open
   * @param answered how many questions each reviewer has answered
   */
  public record CallLine(String path, String text, List<String> answered) {
    public CallLine {
      answered = List.copyOf(answered);
    }
  }

  /**
   * What came out.
   *
   * @param all of all questions together
   * @param reviewers the columns of the differences
   */
  public record Outcome(
      List<Row> rows, Row all, List<String> reviewers, List<Difference> differences) {
    public Outcome {
      rows = List.copyOf(rows);
      reviewers = List.copyOf(reviewers);
      differences = List.copyOf(differences);
    }
  }

  /**
   * Agreement on a question.
   *
   * @param n pairs of answers to the same call
   * @param machine share of the reviewers' answers that are the machine's too
   * @param compared number of those answers
   */
  public record Row(
      String question,
      long n,
      String share,
      String kappa,
      boolean ambiguous,
      String machine,
      long compared) {}

  /**
   * An answer on which reviewers differ.
   *
   * @param answers one a reviewer
   */
  public record Difference(
      String call, String path, String question, List<String> answers, String machine) {
    public Difference {
      answers = List.copyOf(answers);
    }
  }

  /**
   * A call to answer about: no answer of the machine or of others.
   *
   * @param where which call of how many
   * @param mayAnswer whether one is asked, and the set is open
   * @param more whether another call of the set waits for one's answers
   */
  public record Sheet(
      String title,
      String where,
      String path,
      String back,
      CallView call,
      boolean mayAnswer,
      boolean more,
      List<Part> parts) {
    public Sheet {
      parts = List.copyOf(parts);
    }
  }

  /** Questions under one heading. */
  public record Part(String title, List<Asked> asked) {
    public Part {
      asked = List.copyOf(asked);
    }
  }

  /**
   * A question.
   *
   * @param answer one's own; empty before
   */
  public record Asked(String question, String text, String help, String answer) {}
}
