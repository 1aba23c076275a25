package earshot.table.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Writes the rows of one Parquet file. For one thread; the file is whole after {@link #close}. */
public final class RowSink implements Closeable {
  /** Small enough that six tables of two days fit in a modest heap while they are written. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  private final Path file;
  private final ParquetWriter<GenericRecord> writer;
  private long rows;

  /**
   * Opens a new file.
   *
   * @param notes key and value pairs kept in the file's footer
   * @throws IOException when the file exists or cannot be made
   */
  public RowSink(Path file, Schema schema, Map<String, String> notes) throws IOException {
    this.file = file;
    this.writer =
        AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
            .withSchema(schema)
            .withDataModel(GenericData.get())
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withSizeStatisticsEnabled(false)
            .withExtraMetaData(notes)
            .build();
  }

  public void write(GenericRecord row) throws IOException {
    try {
      writer.write(row);
    } catch (RuntimeException e) {
      throw new IOException(file + ": row " + rows + " cannot be written: " + e.getMessage(), e);
    }
    rows++;
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
