package earshot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which versions of the forms occur. Figures of two versions are not comparable: the newest is
 * shown, and a note says what was left out.
 */
final class FormVersions {
  private final SortedMap<String, SortedMap<Integer, Long>> seen = new TreeMap<>();

  void add(String form, int version, long calls) {
    seen.computeIfAbsent(form, key -> new TreeMap<>()).merge(version, calls, Long::sum);
  }

  boolean newest(String form, int version) {
    SortedMap<Integer, Long> versions = seen.get(form);
    return versions != null && versions.lastKey() == version;
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Map.Entry<String, SortedMap<Integer, Long>> form : seen.entrySet()) {
      SortedMap<Integer, Long> older = form.getValue().headMap(form.getValue().lastKey());
      older.forEach(
          (version, calls) ->
              notes.add(
                  "%s: %d calls answered by version %d are left out, version %d is shown; earshot rescore brings them together"
                      .formatted(form.getKey(), calls, version, form.getValue().lastKey())));
    }
    return notes;
  }
}
