package earshot.workbench.call;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Audio;
import earshot.call.CallRecord;
import earshot.command.RunCommand;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Calls that ship with the project, made into records as {@code earshot run} does. */
public final class SampleCalls {
  private SampleCalls() {}

  /** Runs these recordings, without copying them, into a data folder. */
  public static void run(DataFolder folder, String... callIds) {
    Path samples = Path.of(System.getProperty("earshot.home"), "samples");
    List<String> arguments = new ArrayList<>(List.of("--data", folder.root().toString()));
    for (String callId : callIds) {
      arguments.add("--input");
      arguments.add(samples.resolve(callId + ".wav").toString());
    }
    int exit = new CommandLine(new RunCommand()).execute(arguments.toArray(String[]::new));
    assertThat(exit).as("exit code of the run").isZero();
  }

  static CallRecord read(DataFolder folder, String callId) throws IOException {
    CallStore store = new CallStore(folder);
    for (Path file : store.files()) {
      CallRecord call = store.read(file);
      if (call.callId().equals(callId)) {
        return call;
      }
    }
    throw new AssertionError("no call " + callId + " in " + folder.root());
  }

  /** The same call under another id, its recording moved away. */
  static void writeWithoutRecording(DataFolder folder, CallRecord call, String callId)
      throws IOException {
    Audio audio = call.audio();
    Audio moved =
        new Audio(
            folder.root().resolve("moved.wav").toUri().toString(),
            audio.sha256(),
            audio.seconds(),
            audio.sampleRate(),
            audio.channels(),
            audio.encoding(),
            audio.layout());
    new CallStore(folder)
        .write(
            new CallRecord(
                call.schema(),
                callId,
                moved,
                call.metadata(),
                call.transcript(),
                call.events(),
                call.metrics(),
                call.facts(),
                call.scorecards(),
                call.scorecards(),
                call.redactions()));
  }
}
