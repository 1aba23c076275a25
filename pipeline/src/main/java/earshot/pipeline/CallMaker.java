package earshot.pipeline;

import earshot.call.CallRecord;
import earshot.catalogue.Recording;
import java.io.IOException;

/** Makes the complete call record of one recording or transcript; writes nothing. Thread-safe. */
interface CallMaker extends AutoCloseable {
  /**
   * Makes the record, redacted and scored.
   *
   * @throws CallException when this recording cannot become a call
   * @throws IOException when something else than the recording is wrong
   */
  CallRecord make(Recording recording) throws CallException, IOException, InterruptedException;

  @Override
  void close();
}
