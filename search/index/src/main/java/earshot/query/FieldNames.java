package earshot.query;

import earshot.call.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The forms, questions and roles that the calls searched have: a filter that asks for another one
 * finds nothing, which would look like a good result. Where no form (or question) is known at all,
 * any is taken: nothing can be told.
 */
public final class FieldNames {
  /** Takes any name: for queries that are kept, or written before there are calls. */
  public static final FieldNames ANY = new FieldNames(Map.of());

  private static final int SHOWN = 5;

  private final Map<Field.Named, SortedSet<String>> known;

  private FieldNames(Map<Field.Named, SortedSet<String>> known) {
    this.known = known;
  }

  /**
   * The names in these fields.
   *
   * @param fields in full, such as {@code score.courtesy}; others do not count
   */
  public static FieldNames of(Collection<String> fields) {
    Map<Field.Named, SortedSet<String>> known = new TreeMap<>();
    known.put(
        Field.Named.ROLE,
        Arrays.stream(Role.values()).map(Role::id).collect(Collectors.toCollection(TreeSet::new)));
    for (String full : fields) {
      Field.named(full)
          .ifPresent(
              field ->
                  field
                      .of()
                      .ifPresent(
                          named ->
                              known
                                  .computeIfAbsent(named, n -> new TreeSet<>())
                                  .add(field.after(full))));
    }
    return new FieldNames(known);
  }

  /** What the field is of, when the calls know others of its kind, but not this one. */
  Optional<Field.Named> unknown(Field field, String full) {
    return field
        .of()
        .filter(named -> known.containsKey(named))
        .filter(named -> !names(named).contains(field.after(full)));
  }

  /** One sentence with the names most like this one. */
  String near(Field.Named named, String name) {
    SortedSet<String> names = names(named);
    return (names.size() > SHOWN ? "The nearest " : "The ")
        + named.many()
        + (names.size() > SHOWN ? "" : ", nearest first")
        + ": "
        + Nearest.first(name, names).stream().limit(SHOWN).collect(Collectors.joining(", "));
  }

  /**
   * A form by which calls cannot be ordered.
   *
   * @return a sentence with the nearest names; empty when the form is known, or none is
   */
  public Optional<String> problemOfForm(String form) {
    Field score = Field.named("score." + form).orElseThrow(() -> Field.unknown("score." + form));
    return unknown(score, "score." + form)
        .map(named -> named.unknown(form) + ". " + near(named, form));
  }

  private SortedSet<String> names(Field.Named named) {
    return known.getOrDefault(named, new TreeSet<>());
  }
}
