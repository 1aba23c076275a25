package earshot.score.check;

import earshot.call.Role;
import earshot.score.fact.Hearing;
import earshot.score.phrase.Find;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agent asks for an identifier before telling or changing anything on the customer's record.
 * Where nothing of the record was heard to be told, an agent who asked for an account or the like
 * on anything but a new order is taken to have used it.
 */
final class IdentityCheck extends PhraseCheck {
  private static final Set<String> NEW_BUSINESS = Set.of("sales", "survey");

  /** Who calls says why in these. */
  private static final int OPENING_TURNS = 2;

  IdentityCheck() {
    super(3, "record-told", "asks-identifier");
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    List<Find> identifiers = call.phrases().by(Role.AGENT, "asks-identifier");
    List<Find> asked = new ArrayList<>(identifiers);
    asked.addAll(call.phrases().by(Role.AGENT, "asks-name"));
    asked.sort(Comparator.comparingDouble(Find::start));
    Find first = asked.isEmpty() ? null : asked.get(0);
    Optional<Find> told =
        call.phrases().by(Role.AGENT, "record-told").stream()
            .filter(f -> first == null || !isReason(call, f))
            .findFirst();
    if (told.isEmpty()) {
      told = changed(call, first);
    }
    if (told.isEmpty()) {
      return nothingTold(call, identifiers);
    }
    if (first != null && before(first, told.get())) {
      return Verdict.said(
          true,
          "The agent asks for an identifier before speaking of the customer's data.",
          hearing,
          List.of(first, told.get()));
    }
    return no(hearing, told.get(), first);
  }

  /** What was booked before and is changed now is on the record, if somebody asked whose it is. */
  private static Optional<Find> changed(Case call, @Nullable Find asked) {
    return asked == null || call.phrases().by(Role.CUSTOMER, "changes-booking").isEmpty()
        ? Optional.empty()
        : call.phrases().by(Role.AGENT, "order-agreed").stream()
            .filter(f -> before(asked, f))
            .findFirst();
  }

  /** The bare reason of a call that the company makes is not the record, if it asks then. */
  private static boolean isReason(Case call, Find told) {
    if (!call.hearing().outbound()) {
      return false;
    }
    return call.talk().counted(Role.AGENT).stream()
        .limit(OPENING_TURNS)
        .anyMatch(
            t ->
                t == told.turn()
                    && call.phrases().in("reason-for-call", t).stream()
                        .anyMatch(r -> r.first() <= told.first()));
  }

  private static Verdict nothingTold(Case call, List<Find> identifiers) {
    if (identifiers.isEmpty() || newBusiness(call)) {
      return Verdict.notApplicable("Nothing from the customer's record is told or changed.");
    }
    return Verdict.said(
        true, "The agent asks for an identifier.", call.hearing(), List.of(identifiers.get(0)));
  }

  /** A company that calls about an order has it on record; one that is called may not yet. */
  private static boolean newBusiness(Case call) {
    String type = String.valueOf(call.circumstances().facts().callType());
    return NEW_BUSINESS.contains(type) || (type.equals("order") && !call.hearing().outbound());
  }

  private static Verdict no(Hearing hearing, Find told, @Nullable Find late) {
    Verdict said =
        Verdict.said(
            false,
            late == null
                ? "The agent speaks of the customer's data without asking for an identifier."
                : "The agent speaks of the customer's data before asking for an identifier.",
            hearing,
            List.of(told));
    return new Verdict(
        said.answer(),
        said.confidence(),
        said.reason(),
        said.evidence(),
        null,
        late == null ? null : hearing.evidence(late));
  }

  private static boolean before(Find asked, Find told) {
    return asked.turn() < told.turn()
        || (asked.turn() == told.turn() && asked.first() <= told.first());
  }
}
