package earshot.workbench.review;

import java.util.List;

/** What somebody wants to be done with the record of a call. */
sealed interface Wanted {

  /** A span is taken out. */
  record Redact(SpanRedaction span) implements Wanted {}

  /** The agent is on this channel, 0 or 1. */
  record AgentOn(int channel) implements Wanted {}

  /** Agent and customer, both on one channel, are each other. */
  record Exchange() implements Wanted {}

  /** These spans are spoken by others than it says. */
  record Speakers(List<NamedSpan> spans) implements Wanted {
    public Speakers {
      spans = List.copyOf(spans);
    }
  }

  /** An earlier change about speakers does not hold any more. */
  record TakeBack(long change) implements Wanted {}

  /** Whether it is about who speaks, and can be taken back. */
  default boolean speakers() {
    return this instanceof AgentOn || this instanceof Exchange || this instanceof Speakers;
  }
}
