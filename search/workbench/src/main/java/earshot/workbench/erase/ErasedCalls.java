package earshot.workbench.erase;

import earshot.data.DataFolder;
import earshot.data.Tombstones;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Has every part of the workbench forget the calls that were erased. The tombstones of the data
 * folder are the list of what to do. Thread-safe.
 */
public final class ErasedCalls {
  private final Database database;
  private final Tombstones tombstones;
  private final List<Eraser> erasers;
  private final Clock clock;

  public ErasedCalls(Database database, DataFolder folder, List<Eraser> erasers, Clock clock) {
    this.database = database;
    this.tombstones = new Tombstones(folder);
    this.erasers = List.copyOf(erasers);
    this.clock = clock;
  }

  /**
   * Forgets what is still kept about erased calls, all of it or nothing, and notes in the audit how
   * many there were.
   *
   * @return how many
   */
  public int forget() throws IOException {
    Set<String> known = known();
    if (!known.isEmpty()) {
      OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
      database.erase(
          now,
          h -> {
            for (Eraser eraser : erasers) {
              eraser.erase(h, known);
            }
            h.execute(
                "insert into audit (action, detail, happened_at) values ('erase', ?, ?)",
                known.size() + (known.size() == 1 ? " call" : " calls"),
                now);
          });
    }
    return known.size();
  }

  private Set<String> known() throws IOException {
    Tombstones.Erased erased = tombstones.load();
    Set<String> known = new HashSet<>();
    try (Handle h = database.jdbi().open()) {
      for (Eraser eraser : erasers) {
        known.addAll(among(eraser.calls(h), erased));
      }
    }
    return known;
  }

  private static Set<String> among(Set<String> calls, Tombstones.Erased erased) {
    Set<String> among = new HashSet<>(calls);
    among.removeIf(call -> !erased.containsCall(call));
    return among;
  }

  /** What is still kept about erased calls: a sentence a part, without ids. */
  public List<String> leftovers() throws IOException {
    Tombstones.Erased erased = tombstones.load();
    List<String> leftovers = new ArrayList<>();
    try (Handle h = database.jdbi().open()) {
      for (Eraser eraser : erasers) {
        int left = among(eraser.calls(h), erased).size();
        if (left > 0) {
          leftovers.add(
              eraser.what() + " of " + left + (left == 1 ? " erased call" : " erased calls"));
        }
      }
    }
    return leftovers;
  }
}
