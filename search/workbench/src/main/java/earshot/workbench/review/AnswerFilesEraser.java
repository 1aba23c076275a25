package earshot.workbench.review;

import earshot.data.DataFolder;
import earshot.data.PersonAnswers;
import earshot.data.PersonAnswers.PersonAnswer;
import earshot.workbench.erase.Eraser;
import earshot.workbench.erase.Mentions;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The published answers. {@code earshot erase} takes away the file of a call; an answer given at
 * that very moment may have made it again, and comments on other calls may name it.
 */
public final class AnswerFilesEraser implements Eraser {
  private final DataFolder folder;

  public AnswerFilesEraser(DataFolder folder) {
    this.folder = folder;
  }

  @Override
  public String what() {
    return "published answers";
  }

  @Override
  public Set<String> calls(Handle database) throws IOException {
    PersonAnswers answers = PersonAnswers.load(folder);
    Set<String> calls = new HashSet<>(answers.calls());
    for (String call : answers.calls()) {
      answers.of(call).forEach(answer -> calls.addAll(Mentions.words(answer.comment())));
    }
    return calls;
  }

  @Override
  public void erase(Handle database, Set<String> callIds) throws IOException {
    PersonAnswers before = PersonAnswers.load(folder);
    for (String call : before.calls()) {
      List<PersonAnswer> answers =
          callIds.contains(call)
              ? List.of()
              : before.of(call).stream().map(answer -> without(answer, callIds)).toList();
      if (!answers.equals(before.of(call))) {
        PersonAnswers.publish(folder, call, answers);
      }
    }
  }

  private static PersonAnswer without(PersonAnswer answer, Set<String> callIds) {
    return new PersonAnswer(
        answer.form(),
        answer.question(),
        answer.answer(),
        answer.by(),
        answer.at(),
        Mentions.without(answer.comment(), callIds));
  }
}
