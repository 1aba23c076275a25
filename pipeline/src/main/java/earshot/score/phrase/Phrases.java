package earshot.score.phrase;

import earshot.call.Role;
import earshot.call.Word;
import earshot.score.talk.Conversation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What of a language pack one call says. Families are looked up once each and kept. Belongs to one
 * thread.
 */
public final class Phrases {
  private final LanguagePack pack;
  private final Conversation talk;
  private final Map<Integer, List<Span>> phrases = new HashMap<>();
  private final Map<String, List<Span>> families = new HashMap<>();
  private final Map<String, List<Find>> finds = new HashMap<>();

  public Phrases(LanguagePack pack, Conversation talk) {
    this.pack = pack;
    this.talk = talk;
    for (int turn = 0; turn < talk.turns().size(); turn++) {
      search(turn);
    }
  }

  /** Searches the words of a turn, as if nobody had hesitated: "move, uh, my flight". */
  private void search(int turn) {
    List<String> forms = talk.forms(turn);
    int[] places =
        IntStream.range(0, forms.size()).filter(i -> !pack.isA("filler", forms.get(i))).toArray();
    List<String> said = Arrays.stream(places).mapToObj(forms::get).toList();
    pack.book()
        .find(
            pack.book().words(said),
            (number, first, last) ->
                phrases
                    .computeIfAbsent(number, n -> new ArrayList<>())
                    .add(new Span(turn, places[first], places[last])));
  }

  public LanguagePack pack() {
    return pack;
  }

  /** Everything found of a family, in order. */
  public List<Find> all(String family) {
    List<Find> known = finds.get(family);
    if (known == null) {
      known = spans(family).stream().map(this::find).toList();
      finds.put(family, known);
    }
    return known;
  }

  /** Finds of a family in one turn. */
  public List<Find> in(String family, int turn) {
    return all(family).stream().filter(f -> f.turn() == turn).toList();
  }

  public boolean says(int turn, String family) {
    return spans(family).stream().anyMatch(s -> s.turn() == turn);
  }

  /** Finds of a family said by one party. */
  public List<Find> by(Role role, String family) {
    return all(family).stream().filter(f -> talk.said(f.turn(), role)).toList();
  }

  /** The first find of a family in turns that qualify. */
  public Optional<Find> first(String family, IntPredicate turn) {
    return all(family).stream().filter(f -> turn.test(f.turn())).findFirst();
  }

  /**
   * The first words that are a phrase of a family but for one doubtful word, in turns that qualify.
   *
   * @param doubtful a word heard with less confidence may be another
   */
  public Optional<Find> nearly(String family, double doubtful, IntPredicate qualifies) {
    if (!pack.has(family)) {
      return Optional.empty();
    }
    List<Integer> numbers =
        pack.family(family).entries().stream()
            .filter(e -> e.place() == Family.Place.ANYWHERE)
            .flatMap(e -> e.pattern().whole().stream())
            .toList();
    for (int turn = 0; turn < talk.turns().size(); turn++) {
      if (qualifies.test(turn)) {
        Optional<Find> near = nearly(numbers, doubtful, turn);
        if (near.isPresent()) {
          return near;
        }
      }
    }
    return Optional.empty();
  }

  /** What is found of a family but shares words with what is excepted from it. */
  public List<Find> excepted(String family) {
    if (!pack.has(family) || pack.family(family).except() == null) {
      return List.of();
    }
    List<Span> kept = spans(family);
    return pack.family(family).entries().stream()
        .flatMap(e -> spans(e).stream())
        .filter(s -> !kept.contains(s))
        .sorted()
        .distinct()
        .map(this::find)
        .toList();
  }

  /** Words that are a phrase of a family but for one word, whatever that is; one a turn. */
  public List<Find> nearly(String family) {
    List<Find> near = new ArrayList<>();
    for (int turn = 0; turn < talk.turns().size(); turn++) {
      int only = turn;
      nearly(family, Double.POSITIVE_INFINITY, t -> t == only).ifPresent(near::add);
    }
    return near;
  }

  private Optional<Find> nearly(List<Integer> numbers, double doubtful, int turn) {
    List<Word> words = talk.turn(turn).words();
    boolean[] doubt = new boolean[words.size()];
    boolean any = false;
    for (int i = 0; i < doubt.length; i++) {
      doubt[i] = words.get(i).confidence() < doubtful;
      any |= doubt[i];
    }
    if (!any) {
      return Optional.empty();
    }
    Words said = pack.book().words(talk.forms(turn));
    for (int first = 0; first < said.size(); first++) {
      for (int number : numbers) {
        int last = pack.book().template(number).nearly(said, doubt, first);
        if (last >= first) {
          return Optional.of(find(new Span(turn, first, last)));
        }
      }
    }
    return Optional.empty();
  }

  private Find find(Span span) {
    List<Word> words = talk.turn(span.turn()).words();
    return new Find(
        span.turn(),
        span.first(),
        span.last(),
        words.get(span.first()).start(),
        Math.max(words.get(span.first()).start(), words.get(span.last()).end()));
  }

  List<Span> phrase(int number) {
    return phrases.getOrDefault(number, List.of());
  }

  List<Span> stem(String stem) {
    List<Span> spans = new ArrayList<>();
    for (int turn = 0; turn < talk.turns().size(); turn++) {
      List<Word> words = talk.turn(turn).words();
      for (int i = 0; i < words.size(); i++) {
        if (pack.language().analyse(words.get(i).word()).stems().contains(stem)) {
          spans.add(new Span(turn, i, i));
        }
      }
    }
    return spans;
  }

  List<Span> spans(String family) {
    List<Span> known = families.get(family);
    if (known == null) {
      known = pack.has(family) ? spans(pack.family(family)) : List.of();
      families.put(family, known);
    }
    return known;
  }

  private List<Span> spans(Family family) {
    List<Span> all = new ArrayList<>();
    for (Family.Entry entry : family.entries()) {
      all.addAll(spans(entry));
    }
    List<Span> sorted = all.stream().sorted().distinct().toList();
    return family.except() == null || sorted.isEmpty()
        ? sorted
        : Pattern.apart(sorted, family.except().find(this));
  }

  List<Span> spans(Family.Entry entry) {
    List<Span> found = entry.pattern().find(this);
    return switch (entry.place()) {
      case ANYWHERE -> found;
      case START -> found.stream().filter(s -> leads(s, "lead-in", 4)).toList();
      case CLAUSE -> found.stream().filter(this::beginsClause).toList();
      case END -> found.stream().filter(s -> s.last() == talk.forms(s.turn()).size() - 1).toList();
      case QUESTION -> found.stream().flatMap(s -> question(s).stream()).distinct().toList();
    };
  }

  /** Whether only words of a list, and not many, stand before it. */
  private boolean leads(Span span, String list, int most) {
    List<String> forms = talk.forms(span.turn());
    return span.first() <= most
        && forms.subList(0, span.first()).stream().allMatch(f -> pack.isA(list, f));
  }

  /** The whole sentence, when it ends in a question mark; speech has none. */
  private Optional<Span> question(Span span) {
    List<Word> words = talk.turn(span.turn()).words();
    int first = span.first();
    while (first > 0 && !endsSentence(words.get(first - 1).word())) {
      first--;
    }
    int last = span.first();
    while (last < words.size() - 1 && !endsSentence(words.get(last).word())) {
      last++;
    }
    return span.last() <= last && asks(words.get(last).word())
        ? Optional.of(new Span(span.turn(), first, last))
        : Optional.empty();
  }

  private boolean endsSentence(String word) {
    return word.endsWith(".") || word.endsWith("!") || asks(word);
  }

  /** Greek asks with the mark that other languages put between clauses. */
  private boolean asks(String word) {
    return word.endsWith("?")
        || (pack.code().equals("el") && (word.endsWith(";") || word.endsWith("\u037e")));
  }

  /**
   * Whether a name with which somebody is addressed stands before it: "thanks, Mister Hill, ...".
   */
  private boolean addressed(Span span) {
    List<String> forms = talk.forms(span.turn());
    int name = span.first() - 1;
    return name > 0
        && (pack.isA("title", forms.get(name - 1))
            || (pack.isA("first-name", forms.get(name))
                && pack.isA("clause-end", forms.get(name - 1))));
  }

  private boolean beginsClause(Span span) {
    if (span.first() == 0) {
      return true;
    }
    String before = talk.turn(span.turn()).words().get(span.first() - 1).word();
    return ".,?!;:".indexOf(before.charAt(before.length() - 1)) >= 0
        || pack.isA("clause-end", talk.forms(span.turn()).get(span.first() - 1))
        || addressed(span);
  }
}
