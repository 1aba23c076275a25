package earshot.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Small transcripts, and the settings to score them. */
public final class Transcripts {
  private Transcripts() {}

  public static Path write(Path folder, String callId, String customerSays) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(callId + ".json"), json(callId, customerSays));
  }

  static String json(String callId, String customerSays) {
    return """
    {"call_id": "%s", "language": "en", "start_time": "2026-03-29T00:30:00+00:00",
     "agent_id": "A7", "agent_name": "Ruth", "team": "north", "company": "Pelham Water",
     "direction": "inbound", "caller_number": "+442079460001",
     "turns": [
       {"role": "agent", "start": 0.5, "end": 6.0,
        "text": "Good morning, Pelham Water, this is Ruth. How can I help you?"},
       {"role": "customer", "start": 6.4, "end": 12.0, "text": "%s"},
       {"role": "agent", "start": 12.5, "end": 18.0,
        "text": "Thank you. I will send an engineer tomorrow morning at nine."},
       {"role": "agent", "start": 19.0, "end": 22.0, "text": "Thanks for calling, goodbye."}
     ]}
    """
        .formatted(callId, customerSays);
  }

  public static RunSettings settings(Path data, boolean retry, Path... inputs) {
    return settings("score", data, retry, List.of(), inputs);
  }

  static RunSettings settings(
      String command, Path data, boolean retry, List<String> metadata, Path... inputs) {
    return new RunSettings(
        command,
        earshot.data.RunReport.newId(Instant.now()),
        Instant.now().toString(),
        data.toString(),
        java.util.Arrays.stream(inputs).map(Path::toString).toList(),
        metadata,
        "en",
        null,
        2,
        retry,
        "Europe/London");
  }
}
