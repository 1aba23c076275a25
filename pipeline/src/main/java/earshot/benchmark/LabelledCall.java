package earshot.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.SpeechAnalyzer;
import earshot.call.CallJson;
import earshot.call.Metadata;
import earshot.call.Role;
import earshot.catalogue.Recording;
import earshot.transcribe.AudioSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recording whose words are known: {@code <id>.wav}, {@code <id>.json} and {@code
 * truth/<id>.truth.json} of one folder.
 *
 * @param agentChannel 0-based; null when agent and customer are not on separate channels
 */
record LabelledCall(String id, Path wav, Path truth, @Nullable Integer agentChannel) {

  /** The labelled calls of a folder, ordered by id. */
  static List<LabelledCall> in(Path folder) throws IOException {
    List<LabelledCall> calls = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path wav : files.filter(file -> file.toString().endsWith(".wav")).sorted().toList()) {
        String id = wav.getFileName().toString().replaceAll("\\.wav$", "");
        Path truth = folder.resolve("truth").resolve(id + ".truth.json");
        Path sidecar = folder.resolve(id + ".json");
        if (Files.exists(truth) && Files.exists(sidecar)) {
          JsonNode keys = CallJson.mapper().readTree(sidecar.toFile());
          boolean separated = keys.path("channels").asInt() == 2;
          Integer agent = separated ? keys.path("agent_channel").asInt() : null;
          calls.add(new LabelledCall(id, wav, truth, agent));
        }
      }
    }
    if (calls.isEmpty()) {
      throw new IOException(
          "no labelled calls in "
              + folder
              + ": expected <id>.wav, <id>.json and truth/<id>.truth.json");
    }
    return calls;
  }

  AudioSource source() {
    return source(id, wav);
  }

  static AudioSource source(String id, Path wav) {
    return new AudioSource() {
      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(wav);
      }

      @Override
      public String name() {
        return id;
      }
    };
  }

  /** The call as a run would see it. */
  Recording recording() throws IOException {
    return recording(id, wav, agentChannel);
  }

  static Recording recording(String id, Path wav, @Nullable Integer agentChannel)
      throws IOException {
    Metadata metadata =
        new Metadata(
            Instant.EPOCH.atOffset(ZoneOffset.UTC),
            "file",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "en");
    return new Recording(
        wav.toUri().toString(), id, "0".repeat(64), Files.size(wav), metadata, agentChannel);
  }

  /** What was said by a party, one word an element; notices count as the agent's. */
  List<String> words(Role role) throws IOException {
    List<String> words = new ArrayList<>();
    for (JsonNode turn : CallJson.mapper().readTree(truth.toFile()).path("turns")) {
      boolean customer = turn.path("role").asText().equals(Role.CUSTOMER.id());
      if (customer == (role == Role.CUSTOMER)) {
        String text = turn.path("text").asText().toLowerCase(Locale.ROOT);
        Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).forEach(words::add);
      }
    }
    return words;
  }

  /**
   * What an analysis needs to be run again without the audio.
   *
   * @param format of the recording
   */
  record Analysed(AudioFormat format, AudioAnalysis analysis) {}

  Analysed analyse() throws IOException {
    try (AudioReader reader = Decoders.open(source().open(), id)) {
      AudioFormat format = reader.format();
      return new Analysed(format, new SpeechAnalyzer().analyze(reader));
    }
  }
}
