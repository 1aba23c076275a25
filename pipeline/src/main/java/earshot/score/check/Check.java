package earshot.score.check;

import java.util.Set;

/** Answers one question. Implementations hold no state of a call and are thread-safe. */
public interface Check {
  Verdict answer(Case call);

  /** Families without which it cannot answer; a language that has none of them gets UNKNOWN. */
  Set<String> needs();

  /** {@code phrase} or {@code metric}: what the answer rests on. */
  String layer();

  /** Changes whenever its answers may change; part of the hash of the rules. */
  int version();
}
