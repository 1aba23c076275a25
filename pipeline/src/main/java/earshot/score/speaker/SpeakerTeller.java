package earshot.score.speaker;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.Phrases;
import earshot.score.talk.Conversation;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells agent from customer on recordings that hold both on one channel, by what is said: phrases
 * that agents use, phrases that customers use, and that speakers mostly take turns. The most likely
 * sequence is found over all turns at once (a hidden Markov model of two states, forward-backward).
 */
public final class SpeakerTeller {
  /** The next turn is the other speaker's with this probability. */
  private static final double SWITCH = 0.8;

  /** Each sign makes its speaker so many times more likely. */
  private static final double SIGN_ODDS = 4.0;

  /** The first turn of an inbound call is the agent's with this probability. */
  private static final double AGENT_FIRST = 0.8;

  /** Below this mean certainty, seconds weighing, the speakers are not told apart. */
  private static final double LEAST_CERTAINTY = 0.8;

  private static final List<String> AGENT_SIGNS =
      List.of(
          "typical-agent",
          "anything-else",
          "recording-notice",
          "hold-asked",
          "asks-identifier",
          "offer-of-help",
          "record-told");
  private static final List<String> CUSTOMER_SIGNS =
      List.of("typical-customer", "dissatisfaction", "type-order", "type-technical");

  private SpeakerTeller() {}

  /**
   * Gives a role to every turn that has none; turns whose roles are known are left as they are, and
   * count as certain.
   */
  public static Speakers tell(List<Turn> turns, LanguagePack pack, boolean outbound) {
    if (turns.stream().noneMatch(t -> t.role() == Role.UNKNOWN)) {
      return new Speakers(turns, true, 1, "");
    }
    Conversation talk = Conversation.asHeard(turns, pack.language());
    double[] agent = likelihoods(talk, new Phrases(pack, talk));
    double[] posterior = smoothed(agent, outbound ? 0.5 : AGENT_FIRST);
    List<Turn> told = new ArrayList<>();
    double certain = 0;
    double seconds = 0;
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      if (turn.role() == Role.UNKNOWN) {
        told.add(turn.withRole(posterior[i] >= 0.5 ? Role.AGENT : Role.CUSTOMER));
        certain += turn.seconds() * Math.max(posterior[i], 1 - posterior[i]);
        seconds += turn.seconds();
      } else {
        told.add(turn);
        if (turn.role() == Role.AGENT || turn.role() == Role.CUSTOMER) {
          certain += turn.seconds();
          seconds += turn.seconds();
        }
      }
    }
    double certainty = seconds > 0 ? certain / seconds : 0;
    return certainty >= LEAST_CERTAINTY
        ? new Speakers(told, true, certainty, "")
        : new Speakers(
            turns, false, certainty, "Agent and customer could not be told apart on this call.");
  }

  /** For each turn, how likely its words are the agent's: 0 to 1. */
  private static double[] likelihoods(Conversation talk, Phrases phrases) {
    double[] agent = new double[talk.turns().size()];
    for (int i = 0; i < agent.length; i++) {
      int signs = 0;
      for (String family : AGENT_SIGNS) {
        signs += phrases.says(i, family) ? 1 : 0;
      }
      for (String family : CUSTOMER_SIGNS) {
        signs -= phrases.says(i, family) ? 1 : 0;
      }
      double odds = Math.pow(SIGN_ODDS, signs);
      agent[i] = odds / (1 + odds);
      if (talk.said(i, Role.AGENT)) {
        agent[i] = 1;
      } else if (talk.said(i, Role.CUSTOMER)) {
        agent[i] = 0;
      }
    }
    return agent;
  }

  /** Probability of the agent in each turn, given all turns. */
  private static double[] smoothed(double[] agent, double first) {
    int n = agent.length;
    double[] forward = new double[n];
    double before = first;
    for (int i = 0; i < n; i++) {
      double prior = i == 0 ? first : before * (1 - SWITCH) + (1 - before) * SWITCH;
      before = normal(prior * agent[i], (1 - prior) * (1 - agent[i]));
      forward[i] = before;
    }
    double[] posterior = new double[n];
    double backAgent = 1;
    double backCustomer = 1;
    for (int i = n - 1; i >= 0; i--) {
      posterior[i] = normal(forward[i] * backAgent, (1 - forward[i]) * backCustomer);
      double a = agent[i] * backAgent;
      double c = (1 - agent[i]) * backCustomer;
      double nextAgent = (1 - SWITCH) * a + SWITCH * c;
      double nextCustomer = SWITCH * a + (1 - SWITCH) * c;
      double sum = nextAgent + nextCustomer;
      backAgent = sum > 0 ? nextAgent / sum : 0.5;
      backCustomer = sum > 0 ? nextCustomer / sum : 0.5;
    }
    return posterior;
  }

  private static double normal(double agent, double customer) {
    double sum = agent + customer;
    return sum > 0 ? agent / sum : 0.5;
  }
}
