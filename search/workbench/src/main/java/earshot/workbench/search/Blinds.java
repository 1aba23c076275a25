package earshot.workbench.search;

import earshot.index.CallSummary;
import earshot.index.SearchHit;
import earshot.match.CallFields;
import earshot.query.Condition;
import earshot.query.Query;
import earshot.workbench.lookup.Withholding.Withheld;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody must not learn from the index: of some calls, everything about a form. To queries,
 * counts and hits such a call is one that the form was never answered for, so that nothing tells
 * what was answered. Immutable.
 */
final class Blinds {
  /** Stands for a score in the texts of a call's fields. */
  static final String WITHHELD = "withheld";

  private static final String ANSWER = "answer.";
  private static final String SCORE = "score.";

  /** Families of fields whose name goes on with the id of a form. */
  private static final List<String> OF_FORMS =
      List.of(SCORE, "coverage.", "version.", "auto_fail.");

  private final Map<String, Set<String>> calls;
  private final Map<String, Set<String>> forms;

  /**
   * @param formsOf the forms that ask a question, by its id
   */
  Blinds(List<Withheld> withheld, Map<String, Set<String>> formsOf) {
    this.calls = new TreeMap<>();
    this.forms = formsOf;
    withheld.forEach(w -> calls.computeIfAbsent(w.form(), form -> new TreeSet<>()).add(w.callId()));
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  /**
   * The calls of which a field tells nothing. A question that no form asks any more is in doubt.
   */
  Set<String> calls(String field) {
    Set<String> hidden = new HashSet<>();
    for (Map.Entry<String, Set<String>> blind : calls.entrySet()) {
      if (tells(field, blind.getKey())) {
        hidden.addAll(blind.getValue());
      }
    }
    return hidden;
  }

  private boolean tells(String field, String form) {
    if (field.startsWith(ANSWER)) {
      Set<String> asking = forms.get(field.substring(ANSWER.length()));
      return asking == null || asking.contains(form);
    }
    return OF_FORMS.stream().anyMatch(family -> field.equals(family + form));
  }

  /** A filter of such a field finds no such call. */
  Query without(Query query) {
    if (isEmpty()) {
      return query;
    }
    if (query instanceof Query.Filter filter) {
      Set<String> hidden = calls(filter.field());
      return hidden.isEmpty() ? filter : except(filter, hidden);
    }
    if (query instanceof Query.And and) {
      return new Query.And(and.parts().stream().map(this::without).toList());
    }
    if (query instanceof Query.Or or) {
      return new Query.Or(or.parts().stream().map(this::without).toList());
    }
    if (query instanceof Query.Not not) {
      return new Query.Not(without(not.query()));
    }
    if (query instanceof Query.Said said) {
      return new Query.Said(said.role(), without(said.query()));
    }
    if (query instanceof Query.Window window) {
      return new Query.Window(without(window.query()), window.side(), window.seconds());
    }
    return query; // about words and events
  }

  /** Calls that the query finds, but for some; none where one of them cannot be named. */
  static Query except(Query query, Set<String> hidden) {
    return nameable(hidden)
        ? new Query.And(List.of(query, new Query.Not(any(hidden))))
        : new Query.Not(new Query.All());
  }

  /** Whether a query can ask for each of them: ids with quotes cannot be written. */
  static boolean nameable(Set<String> callIds) {
    return callIds.stream().allMatch(Condition.Is::writable);
  }

  /** One of these calls. */
  static Query any(Set<String> callIds) {
    List<Query> any =
        callIds.stream()
            .filter(Condition.Is::writable)
            .sorted()
            .map(id -> (Query) new Query.Filter("call_id", new Condition.Is(id)))
            .toList();
    return switch (any.size()) {
      case 0 -> new Query.Not(new Query.All());
      case 1 -> any.get(0);
      default -> new Query.Or(any);
    };
  }

  /** Whether the query asks about something of the call that must not be learnt. */
  boolean asks(Query query, String callId) {
    if (query instanceof Query.Filter filter) {
      return calls(filter.field()).contains(callId);
    }
    if (query instanceof Query.And and) {
      return and.parts().stream().anyMatch(part -> asks(part, callId));
    }
    if (query instanceof Query.Or or) {
      return or.parts().stream().anyMatch(part -> asks(part, callId));
    }
    if (query instanceof Query.Not not) {
      return asks(not.query(), callId);
    }
    if (query instanceof Query.Said said) {
      return asks(said.query(), callId);
    }
    return query instanceof Query.Window window && asks(window.query(), callId);
  }

  /** The hit without those fields; in place of a score stands that it is withheld. */
  SearchHit without(SearchHit hit) {
    Set<String> hidden = new HashSet<>();
    calls.forEach(
        (form, ids) -> {
          if (ids.contains(hit.callId())) {
            hidden.add(form);
          }
        });
    if (hidden.isEmpty()) {
      return hit;
    }
    CallSummary known = hit.summary();
    Map<String, String> texts = new HashMap<>(known.fields().texts());
    Map<String, Double> numbers = new HashMap<>(known.fields().numbers());
    texts.keySet().removeIf(field -> hidden.stream().anyMatch(form -> tells(field, form)));
    numbers.keySet().removeIf(field -> hidden.stream().anyMatch(form -> tells(field, form)));
    hidden.forEach(form -> texts.put(SCORE + form, WITHHELD));
    return new SearchHit(
        hit.callId(),
        hit.matches(),
        hit.events(),
        new CallSummary(
            known.startedAt(),
            known.agentId(),
            known.agentName(),
            known.team(),
            new CallFields(texts, numbers),
            known.events()));
  }
}
