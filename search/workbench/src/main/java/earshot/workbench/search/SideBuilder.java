package earshot.workbench.search;

import earshot.index.CallSummary;
import earshot.index.Facets;
import earshot.query.Condition;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the counts at the side. A field that the query asks for is counted over the calls that the
 * rest of the query finds, so that its other values can be seen and added.
 */
final class SideBuilder {
  private static final int SHOWN = 6;
  private static final int MOST = 60;
  private static final int QUESTIONS_SHOWN = 5;

  /** Fields counted aside; each is a search of its own. */
  private static final int MOST_ASIDE = 8;

  private static final String ANSWER = "answer.";
  private static final String SCORE = "score.";
  private static final String TEAM = "team";
  private static final String AGENT = "agent_id";

  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put(TEAM, "Team");
    TITLES.put(AGENT, "Agent");
    TITLES.put("call_type", "Type of call");
    TITLES.put("complaint", "Complaint");
    TITLES.put("resolved", "Resolved");
  }

  private final ScopedSearch search;
  private final Asked asked;
  private final Terms terms;
  private final Map<String, String> texts;
  private final Map<String, Facets> aside = new LinkedHashMap<>();

  /**
   * @param texts of questions, by id
   */
  SideBuilder(ScopedSearch search, Asked asked, Terms terms, Map<String, String> texts) {
    this.texts = texts;
    this.search = search;
    this.asked = asked;
    this.terms = terms;
  }

  SideView build(Facets facets) throws IOException {
    List<SideView.Group> groups = new ArrayList<>();
    for (Map.Entry<String, String> field : TITLES.entrySet()) {
      add(groups, field.getValue(), texts(counted(field.getKey(), facets)));
    }
    for (String field : fields(facets, SCORE)) {
      String form = field.substring(SCORE.length()).replace('-', ' ');
      String title = "Score: " + form;
      add(groups, title, bands(counted(field, facets)));
    }
    List<SideView.Question> questions = questions(facets);
    return new SideView(
        DateBars.of(facets, asked, terms),
        groups,
        questions,
        Math.min(QUESTIONS_SHOWN, questions.size()));
  }

  private static void add(List<SideView.Group> groups, String title, List<SideView.Value> values) {
    if (!values.isEmpty()) {
      int shown = values.size() == SHOWN + 1 ? SHOWN + 1 : Math.min(SHOWN, values.size());
      groups.add(
          new SideView.Group(
              title, values.subList(0, shown), values.subList(shown, values.size())));
    }
  }

  /** Fields of a family that have values, or that the query asks for. */
  private List<String> fields(Facets facets, String family) {
    List<String> fields = new ArrayList<>();
    facets.facets().stream().map(Facets.Facet::field).forEach(fields::add);
    terms.parts().stream()
        .filter(p -> p instanceof Query.Filter)
        .map(p -> ((Query.Filter) p).field())
        .forEach(fields::add);
    return fields.stream().filter(f -> f.startsWith(family)).distinct().sorted().toList();
  }

  private record Counted(Facets.Facet facet, long total) {}

  private Counted counted(String field, Facets facets) throws IOException {
    List<Query> own = terms.of(field);
    if (own.isEmpty() || aside.size() >= MOST_ASIDE) {
      return new Counted(facets.of(field), facets.total());
    }
    Facets rest = aside.get(field);
    if (rest == null) {
      rest = search.facets(terms.instead(own, List.of()).query());
      aside.put(field, rest);
    }
    return new Counted(rest.of(field), rest.total());
  }

  private List<SideView.Value> texts(Counted counted) throws IOException {
    String field = counted.facet().field();
    List<String> chosen = terms.values(field);
    List<SideView.Value> values = new ArrayList<>();
    for (Facets.Count count : counted.facet().counts().stream().limit(MOST).toList()) {
      String value = Condition.Is.normal(count.value());
      List<String> wanted = new ArrayList<>(chosen);
      if (!wanted.remove(value)) {
        wanted.add(value);
      }
      List<Query> any = wanted.stream().map(v -> is(field, v)).toList();
      List<Query> in =
          switch (any.size()) {
            case 0 -> List.of();
            case 1 -> any;
            default -> List.of(new Query.Or(any));
          };
      values.add(
          new SideView.Value(
              label(field, count, values.size() < SHOWN),
              count.calls(),
              share(count.calls(), counted.total()),
              asked.link(terms.instead(terms.of(field), in).text()),
              chosen.contains(value)));
    }
    return values;
  }

  private static Query is(String field, String value) {
    return new Query.Filter(field, new Condition.Is(value));
  }

  /** As it is written in the calls; facets hold small letters. */
  private String label(String field, Facets.Count count, boolean looked) throws IOException {
    if (field.startsWith(ANSWER) || !looked) {
      return count.value();
    }
    if (field.equals(TEAM) || field.equals(AGENT)) {
      Optional<CallSummary> call = search.any(is(field, count.value()));
      @Nullable String written =
          call.map(c -> field.equals(TEAM) ? c.team() : agent(c)).orElse(null);
      return written == null ? count.value() : written;
    }
    return switch (count.value()) {
      case "true" -> "yes";
      case "false" -> "no";
      default -> count.value();
    };
  }

  private static @Nullable String agent(CallSummary call) {
    String name = call.agentName();
    return name == null ? call.agentId() : name + " (" + call.agentId() + ")";
  }

  private List<SideView.Value> bands(Counted counted) {
    List<Query> own = terms.of(counted.facet().field());
    List<SideView.Value> values = new ArrayList<>();
    for (Facets.Count count : counted.facet().counts()) {
      List<Query> band = parsed(count.query());
      boolean chosen = own.equals(band);
      values.add(
          new SideView.Value(
              count.value(),
              count.calls(),
              share(count.calls(), counted.total()),
              asked.link(terms.instead(own, chosen ? List.of() : band).text()),
              chosen));
    }
    return values;
  }

  private static List<Query> parsed(String filter) {
    try {
      return Terms.of(filter, QueryParser.parse(filter)).parts();
    } catch (QuerySyntaxException e) {
      throw new IllegalStateException("a count whose filter cannot be read: " + filter, e);
    }
  }

  /** Those that the query asks for first, then those most often answered NO. */
  private List<SideView.Question> questions(Facets facets) throws IOException {
    List<SideView.Question> questions = new ArrayList<>();
    for (String field : fields(facets, ANSWER)) {
      List<SideView.Value> answers =
          texts(counted(field, facets)).stream()
              .filter(v -> v.chosen() || !v.label().equals("NA"))
              .sorted(
                  Comparator.comparingInt(
                      v -> List.of("NO", "UNKNOWN", "YES", "NA").indexOf(v.label())))
              .toList();
      if (!answers.isEmpty()) {
        String id = field.substring(ANSWER.length());
        questions.add(new SideView.Question(id, texts.get(id), answers));
      }
    }
    questions.sort(
        Comparator.comparing(
                (SideView.Question q) -> q.answers().stream().noneMatch(SideView.Value::chosen))
            .thenComparing(q -> -no(q))
            .thenComparing(SideView.Question::name));
    return questions;
  }

  private static long no(SideView.Question question) {
    return question.answers().stream()
        .filter(v -> v.label().toUpperCase(Locale.ROOT).equals("NO"))
        .mapToLong(SideView.Value::calls)
        .sum();
  }

  private static int share(long calls, long total) {
    return total == 0 ? 0 : (int) Math.max(1, Math.round(100.0 * calls / total));
  }
}
