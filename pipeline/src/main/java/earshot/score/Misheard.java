package earshot.score;

import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Searched;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.check.Case;
import earshot.score.phrase.Find;
import earshot.score.talk.Conversation;
import java.util.Optional;
import java.util.Set;

/**
 * Looks, where something is missing, for words that may have been it.
 *
 * @param doubtful a word heard with less confidence may be another
 */
record Misheard(Case call, double doubtful, Set<Role> roles, Searched searched) {

  /** What would be a phrase of a family, were one doubtful word another. */
  Optional<Evidence> phrase(Set<String> families) {
    return families.stream()
        .flatMap(f -> call.phrases().nearly(f, doubtful, this::qualifies).stream())
        .filter(f -> f.start() >= searched.from() && f.start() <= searched.to())
        .findFirst()
        .map(call.hearing()::evidence);
  }

  /** The last doubtful word there. */
  Optional<Evidence> anyWord() {
    Conversation talk = call.talk();
    for (int turn = talk.turns().size() - 1; turn >= 0; turn--) {
      if (qualifies(turn)) {
        for (int i = talk.turn(turn).words().size() - 1; i >= 0; i--) {
          Word word = talk.turn(turn).words().get(i);
          if (word.confidence() < doubtful
              && word.start() >= searched.from()
              && word.start() <= searched.to()) {
            return Optional.of(
                call.hearing().evidence(new Find(turn, i, i, word.start(), word.end())));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean qualifies(int index) {
    Turn turn = call.talk().turn(index);
    return roles.contains(turn.role())
        && turn.end() >= searched.from()
        && turn.start() <= searched.to();
  }
}
