package earshot.match;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.query.Condition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call in memory, with the places of its words. Not changed after construction. */
final class MemoryCall implements CallView {
  private final List<Turn> turns;
  private final List<Event> events;
  private final int lengthMs;
  private final Language language;
  private final @Nullable CallFields fields;
  private final Map<String, PlaceList> forms = new HashMap<>();
  private final Map<String, PlaceList> stems = new HashMap<>();
  private final String[] sortedForms;
  private final int[][] startMs;

  MemoryCall(
      List<Turn> turns,
      List<Event> events,
      double seconds,
      Language language,
      @Nullable CallFields fields) {
    this.turns = List.copyOf(turns);
    this.language = language;
    this.events = List.copyOf(events);
    this.lengthMs = Places.ms(seconds);
    this.fields = fields;
    this.startMs = new int[turns.size()][];
    for (int turn = 0; turn < turns.size(); turn++) {
      List<Word> words = turns.get(turn).words();
      startMs[turn] = words.stream().mapToInt(w -> Places.ms(w.start())).toArray();
      for (int i = 0; i < words.size(); i++) {
        long place = Places.of(turn, i);
        Language.Analysed analysed = language.analyse(words.get(i).word());
        analysed.forms().forEach(f -> forms.computeIfAbsent(f, x -> new PlaceList()).add(place));
        analysed.stems().forEach(s -> stems.computeIfAbsent(s, x -> new PlaceList()).add(place));
      }
    }
    forms.values().forEach(PlaceList::trim);
    stems.values().forEach(PlaceList::trim);
    this.sortedForms = forms.keySet().toArray(new String[0]);
    Arrays.sort(sortedForms);
  }

  @Override
  public long[] form(String form) {
    PlaceList list = forms.get(form);
    return list == null ? Places.NONE : list.places;
  }

  @Override
  public long[] stem(String stem) {
    PlaceList list = stems.get(stem);
    return list == null ? Places.NONE : list.places;
  }

  @Override
  public long[] prefix(String beginning) {
    int at = Arrays.binarySearch(sortedForms, beginning);
    int from = at < 0 ? -at - 1 : at;
    if (from == sortedForms.length || !sortedForms[from].startsWith(beginning)) {
      return Places.NONE;
    }
    if (from + 1 == sortedForms.length || !sortedForms[from + 1].startsWith(beginning)) {
      return form(sortedForms[from]);
    }
    PlaceList all = new PlaceList();
    for (int i = from; i < sortedForms.length && sortedForms[i].startsWith(beginning); i++) {
      for (long place : form(sortedForms[i])) {
        all.add(place);
      }
    }
    all.trim();
    return Arrays.stream(all.places).sorted().distinct().toArray();
  }

  @Override
  public long[] sounding(String key) {
    return Arrays.stream(sortedForms)
        .filter(f -> language.sound(f).equals(key))
        .flatMapToLong(f -> Arrays.stream(form(f)))
        .sorted()
        .distinct()
        .toArray();
  }

  @Override
  public int words(int turn) {
    return turns.get(turn).words().size();
  }

  @Override
  public Role role(int turn) {
    return turns.get(turn).role();
  }

  @Override
  public int startMs(long place) {
    return startMs[Places.turn(place)][Places.word(place)];
  }

  @Override
  public int endMs(long place) {
    return Places.ms(word(place).end());
  }

  private Word word(long place) {
    return turns.get(Places.turn(place)).words().get(Places.word(place));
  }

  @Override
  public int lengthMs() {
    return lengthMs;
  }

  @Override
  public List<Event> events() {
    return events;
  }

  @Override
  public boolean test(String field, Condition condition) {
    if (fields == null) {
      throw new IllegalArgumentException(
          "the filter '" + field + "' needs the fields of a call, which are not known here");
    }
    return fields.test(field, condition);
  }

  int turns() {
    return turns.size();
  }

  /** A growing array of places. */
  private static final class PlaceList {
    private long[] places = new long[2];
    private int size;

    void add(long place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
      }
      places[size++] = place;
    }

    void trim() {
      places = size == 0 ? Places.NONE : Arrays.copyOf(places, size);
    }
  }
}
