package earshot.score.check;

import earshot.score.fact.Circumstances;
import earshot.score.fact.Complaint;
import earshot.score.fact.Hearing;
import earshot.score.phrase.Phrases;
import earshot.score.talk.Conversation;
import java.util.Optional;

/** What a check looks at: the call, and what happened on it. Belongs to one thread. */
public record Case(Hearing hearing, Circumstances circumstances) {
  public Conversation talk() {
    return hearing.talk();
  }

  public Phrases phrases() {
    return hearing.phrases();
  }

  Optional<Complaint> complaint() {
    return circumstances.complaint();
  }

  /** When the first turn that complains begins; 0 without a complaint. */
  double complaintStart() {
    return complaint().map(c -> talk().turn(c.first().turn()).start()).orElse(0.0);
  }
}
