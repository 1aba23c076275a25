package earshot.score.check;

import java.util.Set;

/** A named check that rests on words. */
abstract class PhraseCheck implements Check {
  private final int version;
  private final Set<String> needs;

  PhraseCheck(int version, String... needs) {
    this.version = version;
    this.needs = Set.of(needs);
  }

  @Override
  public final Set<String> needs() {
    return needs;
  }

  @Override
  public final String layer() {
    return "phrase";
  }

  @Override
  public final int version() {
    return version;
  }
}
