package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.data.DataFolder;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The database in the data folder. */
class EmbeddedDatabaseTest extends DatabaseContract {
  @Override
  @Nullable String url() {
    return null;
  }

  @Override
  Path files() {
    return root.resolve("workbench/database");
  }

  @Override
  void flush(Database database) {
    database.jdbi().useHandle(h -> h.execute("checkpoint sync"));
  }

  @Test
  void whatIsNoDatabaseIsNamed() throws IOException {
    assertThatThrownBy(() -> Database.open(new DataFolder(root), "jdbc:mysql://db/x?password=pst"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("jdbc:postgresql:")
        .message()
        .doesNotContain("pst");
    Files.writeString(Files.createDirectories(files()).resolve("workbench.mv.db"), "no database");
    assertThatThrownBy(() -> Database.open(new DataFolder(root), null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void theFileIsWrittenAnewWhileOthersWaitAndNotWhileAnotherHasItOpen() throws Exception {
    DataFolder folder = new DataFolder(root);
    try (Database database = Database.open(folder, null)) {
      due(database);
      try (Database other = Database.open(folder, null)) {
        assertThat(other.alive()).isTrue();
        assertThat(database.rewriteIfDue()).isFalse();
        assertThat(other.alive()).as("nobody is thrown out").isTrue();
      }
      AtomicBoolean stop = new AtomicBoolean();
      CompletableFuture<Integer> refused =
          CompletableFuture.supplyAsync(
              () -> {
                int times = 0;
                while (!stop.get()) {
                  times += database.alive() ? 0 : 1;
                }
                return times;
              });
      assertThat(database.rewriteIfDue()).isTrue();
      stop.set(true);
      assertThat(refused.get()).as("a reader waits, and is not refused").isZero();
      assertThat(database.alive()).isTrue();
    }
  }

  private static void due(Database database) throws IOException {
    database.erase(OffsetDateTime.parse("2026-11-01T08:00:00Z"), h -> {});
  }
}
