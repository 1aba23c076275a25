package earshot.workbench.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.data.DataFolder;
import earshot.workbench.account.Account;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.Limits;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Passwords;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded database; and the same on PostgreSQL where the system property {@code
 * earshot.postgresql} holds the URL of a database.
 */
class PlaylistStoreTest {
  @TempDir Path root;
  private Database database;
  private PlaylistStore store;
  private SignedIn tess;

  @BeforeEach
  void aTrainer() throws Exception {
    database = Database.open(new DataFolder(root), System.getProperty("earshot.postgresql"));
    store = new PlaylistStore(database, Clock.systemUTC());
    String name = "tess-" + UUID.randomUUID();
    Accounts accounts = new Accounts(database, new Passwords(Limits.shipped()), Clock.systemUTC());
    accounts.add(
        name, Role.TRAINER, Set.of(), null, NewPassword.own("a long and quiet river"), "test");
    Account account =
        accounts.all().stream()
            .map(Accounts.Entry::account)
            .filter(a -> a.name().equals(name))
            .findFirst()
            .orElseThrow();
    tess = new SignedIn(account, "token", "session");
  }

  @AfterEach
  void closed() {
    database.close();
  }

  private static Clip clip(long playlist, String callId) {
    return new Clip(0, playlist, callId, 1.25, 3.5, 0, Clip.Part.CONTRAST, "greeting", "Note.");
  }

  @Test
  void theNewestRowCountsAndEveryRowStays() throws Exception {
    long id = store.make(tess, "First");
    long one = store.add(tess, clip(id, "c1"), number -> {});
    long two = store.add(tess, clip(id, "c2"), number -> {});
    assertThat(store.clips(id)).extracting(Clip::id).containsExactly(one, two);
    store.swap(tess, store.clip(one).orElseThrow(), store.clip(two).orElseThrow());
    assertThat(store.clips(id)).extracting(Clip::id).containsExactly(two, one);
    store.change(tess, store.clip(two).orElseThrow(), Clip.Part.GOOD, "", "Changed.");
    assertThat(store.clip(two))
        .hasValueSatisfying(
            c -> {
              assertThat(c.part()).isEqualTo(Clip.Part.GOOD);
              assertThat(c.start()).isEqualTo(1.25);
              assertThat(c.note()).isEqualTo("Changed.");
            });
    store.rename(tess, store.find(id).orElseThrow(), "Second");
    assertThat(store.find(id)).hasValueSatisfying(p -> assertThat(p.title()).isEqualTo("Second"));
    store.removeClip(tess, store.clip(one).orElseThrow());
    assertThat(store.clip(one)).isEmpty();
    assertThat(store.history(id))
        .extracting(PlaylistStore.Entry::what)
        .containsExactlyInAnyOrder(
            "made", "added", "added", "moved", "moved", "changed", "renamed", "removed");
    store.remove(tess, store.find(id).orElseThrow());
    assertThat(store.find(id)).isEmpty();
    assertThat(store.all()).noneMatch(p -> p.id() == id);
    for (String change :
        List.of(
            "update playlist_state set title = 'x'",
            "delete from playlist_state",
            "update clip set call_id = 'x'",
            "delete from clip_state")) {
      assertThatThrownBy(() -> database.jdbi().useHandle(h -> h.execute(change)))
          .as(change)
          .isInstanceOf(JdbiException.class)
          .hasMessageContaining("history is kept");
    }
  }

  @Test
  void aClipWhoseCopyCannotBeMadeIsNotAdded() {
    long id = store.make(tess, "List");
    assertThatThrownBy(
            () ->
                store.add(
                    tess,
                    clip(id, "c1"),
                    number -> {
                      throw new IOException("the disk is full");
                    }))
        .hasMessageContaining("the disk is full");
    assertThat(store.clips(id)).isEmpty();
    assertThat(store.history(id)).hasSize(1);
  }
}
