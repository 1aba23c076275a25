package earshot.pipeline;

import earshot.data.DataFolder;
import java.io.IOException;

/** Which way a run makes its calls. */
final class CallMakers {
  private CallMakers() {}

  /** What the inputs are. */
  enum Kind {
    RECORDINGS,
    TRANSCRIPTS
  }

  static CallMaker open(Kind kind, RunSettings settings) throws IOException {
    RecordAssembly assembly = RecordAssembly.of(DataFolder.of(settings.data()));
    return switch (kind) {
      case RECORDINGS -> new RecordingCallMaker(settings, assembly);
      case TRANSCRIPTS -> new TranscriptCallMaker(settings, assembly);
    };
  }
}
