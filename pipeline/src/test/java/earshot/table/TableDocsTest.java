package earshot.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dearshot.write-docs=true} to write the page anew. */
class TableDocsTest {
  private static final Path PAGE =
      Path.of(System.getProperty("earshot.root", ".")).resolve("docs/tables.md");

  @Test
  void thePageIsWhatTheCodeSays() throws IOException {
    if (Boolean.getBoolean("earshot.write-docs")) {
      Files.createDirectories(PAGE.resolveSibling(""));
      Files.writeString(PAGE, TableDocs.markdown());
    }
    assertThat(Files.readString(PAGE))
        .as("docs/tables.md is stale: run this test with -Dearshot.write-docs=true")
        .isEqualTo(TableDocs.markdown());
  }

  @Test
  void everyColumnSaysWhatItMeans() {
    for (Table<?> table : Tables.ALL) {
      for (Column<?> column : table.columns()) {
        assertThat(column.meaning()).as(table.name() + "." + column.name()).isNotBlank();
        assertThat(column.meaning() + column.unit()).doesNotContain("|");
        if (column.name().endsWith("_seconds")) {
          assertThat(column.unit()).isEqualTo("s");
          assertThat(column.type()).isEqualTo(ColumnType.NUMBER);
        }
      }
    }
  }
}
