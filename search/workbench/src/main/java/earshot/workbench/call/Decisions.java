package earshot.workbench.call;

import earshot.data.PersonAnswers.PersonAnswer;
import java.io.IOException;
import java.util.List;

/** Gives what people answered instead of the machine. */
@FunctionalInterface
public interface Decisions {
  /** Oldest first, the last of a question counts; empty where nobody answered anything. */
  List<PersonAnswer> of(String callId) throws IOException;
}
