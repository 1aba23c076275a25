package earshot.score.speaker;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.Phrases;
import earshot.score.talk.Conversation;
import java.util.List;

/**
 * Tells which of two parties is the agent, by all that each says in a call. Which turns are one
 * party's is known beforehand: by their channel, or by the sound of the voice.
 */
public final class PartyTeller {
  /** One turn says no more than this, however many phrases it holds: they are not independent. */
  private static final double MOST_A_TURN = 3.0;

  /** Odds, as logarithm, that the first to speak on an inbound call is the agent. */
  private static final double FIRST_SPEAKS = 1.0;

  /** What a whole call says is worth so much of the sum over its turns: speech repeats itself. */
  private static final double INDEPENDENT = 0.5;

  private static final Signs SIGNS = Signs.shipped();

  private PartyTeller() {}

  /**
   * Which party is the agent.
   *
   * @param agent whether party 1 is the agent, else party 0
   * @param certainty 0.5 to 1
   */
  public record Told(int agent, double certainty) {}

  /**
   * Tells.
   *
   * @param turns ordered by start; their roles are not looked at, but for announcements
   * @param party 0 or 1 for each turn; anything else takes no part
   */
  public static Told tell(List<Turn> turns, int[] party, LanguagePack pack, boolean outbound) {
    double odds = INDEPENDENT * evidence(turns, party, pack, outbound);
    double certainty = 1 / (1 + Math.exp(-Math.abs(odds)));
    return new Told(odds >= 0 ? 0 : 1, certainty);
  }

  /** Odds, as logarithm, that party 0 is the agent. */
  static double evidence(List<Turn> turns, int[] party, LanguagePack pack, boolean outbound) {
    Conversation talk = Conversation.asHeard(turns, pack.language());
    Phrases phrases = new Phrases(pack, talk);
    double sum = 0;
    boolean first = !outbound;
    for (int i = 0; i < turns.size(); i++) {
      if (party[i] < 0 || party[i] > 1 || turns.get(i).role() == Role.ANNOUNCEMENT) {
        continue;
      }
      double says = SIGNS.of(phrases, i);
      if (first && !turns.get(i).words().isEmpty()) {
        says += FIRST_SPEAKS;
        first = false;
      }
      says = Math.max(-MOST_A_TURN, Math.min(MOST_A_TURN, says));
      sum += party[i] == 0 ? says : -says;
    }
    return sum;
  }
}
