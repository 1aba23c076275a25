package earshot.pipeline;

import earshot.data.DataFolder;
import java.io.IOException;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.values.PCollection;

/**
 * Brings the search index up to date once all calls are committed. The index has one writer, so
 * this is one element: the data folder. Gives the number of calls written.
 */
final class UpdateIndex extends PTransform<PCollection<Outcome>, PCollection<Integer>> {
  private static final long serialVersionUID = 1;

  private final String data;

  UpdateIndex(String data) {
    this.data = data;
  }

  @Override
  public PCollection<Integer> expand(PCollection<Outcome> committed) {
    return committed
        .getPipeline()
        .apply("DataFolder", Create.of(data))
        .apply("WhenCallsAreCommitted", Wait.on(committed))
        .setCoder(StringUtf8Coder.of())
        .apply("WriteIndex", ParDo.of(new WriteIndexFn()))
        .setCoder(VarIntCoder.of());
  }

  private static final class WriteIndexFn extends DoFn<String, Integer> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element String data, OutputReceiver<Integer> written) throws IOException {
      written.output(IndexUpdate.bringUpToDate(DataFolder.of(data)).written());
    }
  }
}
