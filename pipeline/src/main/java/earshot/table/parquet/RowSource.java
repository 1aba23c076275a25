package earshot.table.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one Parquet file, only the columns asked for. For one thread. */
public final class RowSource implements Closeable {
  private final Path file;
  private final ParquetReader<GenericRecord> reader;

  /**
   * Opens a file.
   *
   * @param columns the columns to read; those that an older file lacks must have a default
   */
  public RowSource(Path file, Schema columns) throws IOException {
    this.file = file;
    PlainParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.set(AvroReadSupport.AVRO_REQUESTED_PROJECTION, columns.toString());
    configuration.set("parquet.avro.read.schema", columns.toString());
    this.reader =
        AvroParquetReader.<GenericRecord>builder(new LocalInputFile(file), configuration)
            .withDataModel(GenericData.get())
            .withCompatibility(false)
            .withCodecFactory(new ZstdCodecs())
            .build();
  }

  /**
   * The next row, or null at the end.
   *
   * @throws IOException naming the file, when it is damaged
   */
  public @Nullable GenericRecord next() throws IOException {
    try {
      return reader.read();
    } catch (IOException | RuntimeException e) {
      throw new IOException(file + " is no readable table: " + e.getMessage(), e);
    }
  }

  /** What {@link RowSink} was given to keep in the footer, beside Parquet's own entries. */
  public static Map<String, String> notes(Path file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .build();
    try (ParquetFileReader footer = ParquetFileReader.open(new LocalInputFile(file), options)) {
      return Map.copyOf(footer.getFileMetaData().getKeyValueMetaData());
    } catch (RuntimeException e) {
      throw new IOException(file + " is no readable table: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
