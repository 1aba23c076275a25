package earshot.pipeline;

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
    return switch (kind) {
      case RECORDINGS -> new RecordingCallMaker(settings, RecordAssembly.standard());
      case TRANSCRIPTS -> new TranscriptCallMaker(settings, RecordAssembly.standard());
    };
  }
}
