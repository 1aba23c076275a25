package earshot.report;

import earshot.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Do customers have to call again? Calls that follow within minutes are one contact (a transfer, a
 * dropped line); a contact within days of the one before is its repeat.
 *
 * @param repeated contacts that had a repeat, over those that could be followed up
 * @param firstResolved contacts without an earlier one in the window that were resolved and had no
 *     repeat, over those that could be followed up and whose outcome is known
 * @param continued calls that continued a contact
 * @param censored contacts that end too close to the last call to be followed up: in no share
 * @param unknownCustomers calls without a customer: in no share
 */
record RepeatCalls(
    Proportion repeated,
    Proportion firstResolved,
    long continued,
    long censored,
    long unknownCustomers) {

  /**
   * A call as far as this needs it.
   *
   * @param resolved yes, no or unknown
   */
  record Call(@Nullable String customer, Instant start, double seconds, String resolved) {
    Instant end() {
      return start.plusMillis(Math.round(seconds * 1000));
    }
  }

  private record Contact(Instant start, Instant end, String resolved) {}

  static RepeatCalls of(List<Call> calls, OutcomeNumbers numbers) {
    Map<String, List<Call>> customers = new TreeMap<>();
    long unknown = 0;
    Instant last = Instant.MIN;
    for (Call call : calls) {
      last = call.start().isAfter(last) ? call.start() : last;
      if (call.customer() == null) {
        unknown++;
      } else {
        customers.computeIfAbsent(call.customer(), key -> new ArrayList<>()).add(call);
      }
    }
    Tally tally = new Tally(last, numbers.repeat());
    for (List<Call> own : customers.values()) {
      tally.add(own.size(), contacts(own, numbers.transfer()));
    }
    return new RepeatCalls(
        new Proportion(tally.repeated, tally.followed),
        new Proportion(tally.resolved, tally.first),
        tally.continued,
        tally.censored,
        unknown);
  }

  /** A contact's outcome is that of its last call. */
  private static List<Contact> contacts(List<Call> calls, Duration transfer) {
    calls.sort(Comparator.comparing(Call::start));
    List<Contact> contacts = new ArrayList<>();
    for (Call call : calls) {
      Contact before = contacts.isEmpty() ? null : contacts.get(contacts.size() - 1);
      if (before != null && call.start().isBefore(before.end().plus(transfer))) {
        Instant end = call.end().isAfter(before.end()) ? call.end() : before.end();
        contacts.set(contacts.size() - 1, new Contact(before.start(), end, call.resolved()));
      } else {
        contacts.add(new Contact(call.start(), call.end(), call.resolved()));
      }
    }
    return contacts;
  }

  private static final class Tally {
    private final Instant last;
    private final Duration window;
    private long repeated;
    private long followed;
    private long resolved;
    private long first;
    private long continued;
    private long censored;

    Tally(Instant last, Duration window) {
      this.last = last;
      this.window = window;
    }

    void add(int calls, List<Contact> contacts) {
      continued += calls - contacts.size();
      for (int i = 0; i < contacts.size(); i++) {
        Contact contact = contacts.get(i);
        if (contact.end().plus(window).isAfter(last)) {
          censored++;
          continue;
        }
        boolean again = i + 1 < contacts.size() && within(contact, contacts.get(i + 1));
        followed++;
        repeated += again ? 1 : 0;
        boolean isFirst = i == 0 || !within(contacts.get(i - 1), contact);
        if (isFirst && !contact.resolved().equals("unknown")) {
          first++;
          resolved += !again && contact.resolved().equals("yes") ? 1 : 0;
        }
      }
    }

    private boolean within(Contact before, Contact after) {
      return !after.start().isAfter(before.end().plus(window));
    }
  }
}
