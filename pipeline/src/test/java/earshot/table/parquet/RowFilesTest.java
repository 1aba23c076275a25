package earshot.table.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFilesTest {
  private static final Schema SCHEMA =
      SchemaBuilder.record("words")
          .fields()
          .requiredString("word")
          .optionalDouble("confidence")
          .endRecord();

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBackWithoutAHadoopInstallation() throws IOException {
    Path file = write(50_000);

    List<String> words = new ArrayList<>();
    try (RowSource source = new RowSource(file, SCHEMA)) {
      for (GenericRecord row = source.next(); row != null; row = source.next()) {
        words.add(row.get("word") + ":" + row.get("confidence"));
      }
    }
    assertThat(words).hasSize(50_000).startsWith("word 0:null", "word 1:0.5");
  }

  @Test
  void duckDbReadsThePages() throws Exception {
    Path file = write(50_000);
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows =
            db.createStatement()
                .executeQuery(
                    "select count(*), count(confidence), max(word) from '" + file + "'")) {
      rows.next();
      assertThat(rows.getLong(1)).isEqualTo(50_000);
      assertThat(rows.getLong(2)).isEqualTo(25_000);
      assertThat(rows.getString(3)).isEqualTo("word 9999");
    }
  }

  @Test
  void aColumnThatAnOlderFileLacksIsNull() throws IOException {
    Schema newer =
        SchemaBuilder.record("words")
            .fields()
            .requiredString("word")
            .optionalString("language")
            .endRecord();
    try (RowSource source = new RowSource(write(1), newer)) {
      GenericRecord row = source.next();
      assertThat(row).isNotNull();
      assertThat(row.get("language")).isNull();
      assertThat(row.get("word")).hasToString("word 0");
    }
  }

  @Test
  void notesAreKeptInTheFooter() throws IOException {
    assertThat(RowSource.notes(write(1))).containsEntry("made_for", "a test");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path file = folder.resolve("damaged.parquet");
    Files.writeString(file, "this is not a table at all, though long enough for a footer");
    assertThatThrownBy(() -> RowSource.notes(file)).hasMessageContaining("damaged.parquet");
    assertThatThrownBy(
            () -> {
              try (RowSource source = new RowSource(file, SCHEMA)) {
                source.next();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged.parquet");
  }

  private Path write(int rows) throws IOException {
    Path file = folder.resolve("words.parquet");
    try (RowSink sink = new RowSink(file, SCHEMA, Map.of("made_for", "a test"))) {
      for (int i = 0; i < rows; i++) {
        GenericRecord row = new GenericData.Record(SCHEMA);
        row.put("word", "word " + i);
        row.put("confidence", i % 2 == 0 ? null : 0.5);
        sink.write(row);
      }
      assertThat(sink.rows()).isEqualTo(rows);
    }
    return file;
  }
}
