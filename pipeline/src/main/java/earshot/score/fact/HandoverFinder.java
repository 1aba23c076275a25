package earshot.score.fact;

import earshot.call.Event;
import earshot.call.Role;
import earshot.score.phrase.Find;
import earshot.score.phrase.Phrases;
import earshot.score.talk.Conversation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds handovers, and whether one of them took the caller away. */
final class HandoverFinder {
  /** After the words that hand the caller over, an agent says at most so many turns more. */
  private static final int LAST_TURNS = 2;

  /** An agent who only says to wait says at most so many words. */
  private static final int LONGEST_WAIT_WORDS = 8;

  private final Hearing hearing;
  private final Conversation talk;
  private final Phrases phrases;

  HandoverFinder(Hearing hearing) {
    this.hearing = hearing;
    this.talk = hearing.talk();
    this.phrases = hearing.phrases();
  }

  List<Handover> find() {
    List<Handover> handovers = new ArrayList<>();
    phrases.by(Role.AGENT, "transfer-caller").forEach(f -> handovers.add(new Handover(f, true)));
    phrases.by(Role.AGENT, "transfer-case").forEach(f -> handovers.add(new Handover(f, false)));
    handovers.addAll(silentlyGranted());
    silentlyLeft().ifPresent(handovers::add);
    handovers.sort(Comparator.comparingDouble(h -> h.find().start()));
    return handovers;
  }

  /** The customer asks to be put through, and the agent only says to wait, to the end. */
  private List<Handover> silentlyGranted() {
    List<Handover> granted = new ArrayList<>();
    for (Find asked : phrases.by(Role.CUSTOMER, "transfer-requested")) {
      List<Integer> replies = talk.countedAfter(Role.AGENT, talk.turn(asked.turn()).end());
      if (!replies.isEmpty()
          && replies.size() <= LAST_TURNS
          && !closes(replies)
          && (phrases.says(replies.get(0), "hold-announced")
              || phrases.says(replies.get(replies.size() - 1), "hold-announced")
              || waitsAtTheEnd())) {
        granted.add(new Handover(asked, true));
      }
    }
    return granted;
  }

  /**
   * The agent's last words are no more than to wait, and the customer is left to ask into the
   * silence whether anybody is there.
   */
  private Optional<Handover> silentlyLeft() {
    int end = talk.turns().size() - 1;
    int last = end;
    while (last >= 0 && !talk.said(last, Role.AGENT)) {
      last--;
    }
    if (last < 0 || !talk.said(end, Role.CUSTOMER) || !phrases.says(end, "lost-line")) {
      return Optional.empty();
    }
    return talk.forms(last).size() <= LONGEST_WAIT_WORDS
        ? phrases.in("hold-announced", last).stream().findFirst().map(f -> new Handover(f, true))
        : Optional.empty();
  }

  private boolean waitsAtTheEnd() {
    return talk.events().stream()
        .anyMatch(e -> e.kind() == Event.Kind.HOLD && e.end() >= talk.seconds() - 3);
  }

  private boolean closes(List<Integer> turns) {
    return turns.stream().anyMatch(t -> phrases.says(t, "goodbye"));
  }

  /** Whether one of the handovers took the caller away from the agent. */
  boolean tookTheCaller(List<Handover> handovers) {
    return handovers.stream().filter(Handover::caller).anyMatch(this::tookTheCaller);
  }

  private boolean tookTheCaller(Handover handover) {
    List<Integer> later =
        talk.counted(Role.AGENT).stream().filter(t -> t > handover.find().turn()).toList();
    boolean another =
        later.stream().anyMatch(t -> phrases.says(t, "greeting") && phrases.says(t, "name-given"));
    boolean goesOn = later.stream().anyMatch(t -> phrases.says(t, "anything-else"));
    return another || (later.size() <= LAST_TURNS && !goesOn && !declined(handover, later));
  }

  /** The customer turns the offer down, and the agent says goodbye. */
  private boolean declined(Handover handover, List<Integer> later) {
    return !later.isEmpty() && closes(later) && hearing.talk().seconds() > handover.find().end();
  }
}
