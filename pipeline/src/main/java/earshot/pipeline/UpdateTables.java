package earshot.pipeline;

import earshot.data.DataFolder;
import earshot.table.TableWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.values.PCollection;

/**
 * Brings the Parquet tables up to date once all calls are committed. Days are independent of each
 * other, so each is an element. Gives the days written.
 */
final class UpdateTables extends PTransform<PCollection<Outcome>, PCollection<String>> {
  private static final long serialVersionUID = 1;

  private final String data;

  UpdateTables(String data) {
    this.data = data;
  }

  @Override
  public PCollection<String> expand(PCollection<Outcome> committed) {
    return committed
        .getPipeline()
        .apply("DataFolder", Create.of(data))
        .apply("WhenCallsAreCommitted", Wait.on(committed))
        .setCoder(StringUtf8Coder.of())
        .apply("DaysBehind", ParDo.of(new DaysBehindFn()))
        .apply("SpreadDays", Reshuffle.viaRandomKey())
        .apply("WriteDay", ParDo.of(new WriteDayFn(data)))
        .setCoder(StringUtf8Coder.of());
  }

  private static final class DaysBehindFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element String data, OutputReceiver<String> days) throws IOException {
      for (LocalDate day : new TableWriter(DataFolder.of(data)).behind()) {
        days.output(day.toString());
      }
    }
  }

  private static final class WriteDayFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1;

    private final String data;

    WriteDayFn(String data) {
      this.data = data;
    }

    @ProcessElement
    public void process(@Element String day, OutputReceiver<String> written) throws IOException {
      new TableWriter(DataFolder.of(data)).rebuild(Set.of(LocalDate.parse(day)));
      written.output(day);
    }
  }
}
