package earshot.audio.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Segments against the true times of labelled calls, where the folder with them is there. */
class LabelledCallsTest {
  private static final Path CALLS =
      Path.of(
          System.getProperty(
              "earshot.calls", System.getProperty("earshot.shared", "none") + "/calls"));

  /** Seconds, summed over channels and calls. */
  private static final class Figures {
    double spoken;
    double missed;
    double outside;
    double inHolds;
    double hold;
    double holdFound;
    double musicInSpeech;
    double audio;
    double worst = 1;

    void print(String name) {
      System.out.printf(
          "%-8s %6.1f s audio, speech %6.1f s covered %7.3f %% missed %5.2f s outside turns %5.2f s"
              + " in holds %4.2f s | hold %5.1f s found %5.1f %% music in turns %4.2f s%n",
          name,
          audio,
          spoken,
          100 * (1 - missed / Math.max(spoken, 0.01)),
          missed,
          outside,
          inHolds,
          hold,
          hold == 0 ? 100 : 100 * holdFound / hold,
          musicInSpeech);
    }

    void add(Figures other) {
      spoken += other.spoken;
      missed += other.missed;
      outside += other.outside;
      inHolds += other.inHolds;
      hold += other.hold;
      holdFound += other.holdFound;
      musicInSpeech += other.musicInSpeech;
      audio += other.audio;
      worst = Math.min(worst, 1 - other.missed / other.spoken);
    }
  }

  private static double overlap(List<Span> a, List<Span> b) {
    double sum = 0;
    for (Span x : a) {
      for (Span y : b) {
        sum += Math.max(0, Math.min(x.end(), y.end()) - Math.max(x.start(), y.start()));
      }
    }
    return sum;
  }

  private static double length(List<Span> spans) {
    return spans.stream().mapToDouble(Span::seconds).sum();
  }

  /** The spans of a channel's turns, overlapping ones joined. */
  private static List<Span> turns(JsonNode truth, boolean customer, boolean both, boolean hold) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode turn : truth.get("turns")) {
      String role = turn.get("role").asText();
      if (role.equals("hold") == hold && (both || role.equals("customer") == customer)) {
        Span span = new Span(turn.get("start").asDouble(), turn.get("end").asDouble());
        Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (last != null && span.start() <= last.end()) {
          spans.set(spans.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
        } else {
          spans.add(span);
        }
      }
    }
    return spans;
  }

  private static Figures measure(Path wav) throws IOException {
    String id = wav.getFileName().toString().replace(".wav", "");
    ObjectMapper json = new ObjectMapper();
    JsonNode truth = json.readTree(CALLS.resolve("truth/" + id + ".truth.json").toFile());
    JsonNode meta = json.readTree(CALLS.resolve(id + ".json").toFile());
    AudioAnalysis analysis;
    try (AudioReader reader = Decoders.open(Files.newInputStream(wav), id)) {
      analysis = new SpeechAnalyzer().analyze(reader);
    }
    assertThat(analysis.sameMix()).as(id).isFalse();
    Figures figures = new Figures();
    figures.audio = analysis.seconds();
    boolean mono = analysis.channels().size() == 1;
    for (int c = 0; c < analysis.channels().size(); c++) {
      boolean customer = !mono && c != meta.get("agent_channel").asInt();
      ChannelAnalysis channel = analysis.channels().get(c);
      List<Span> spoken = turns(truth, customer, mono, false);
      List<Span> holds = customer ? List.of() : turns(truth, false, mono, true);
      figures.spoken += length(spoken);
      figures.missed += length(spoken) - overlap(spoken, channel.speech());
      figures.outside += length(channel.speech()) - overlap(spoken, channel.speech());
      figures.inHolds += overlap(holds, channel.speech());
      figures.hold += length(holds);
      figures.holdFound += overlap(holds, channel.music());
      figures.musicInSpeech += overlap(spoken, channel.music());
      if (Boolean.getBoolean("earshot.details")) {
        details(id + "/" + c, spoken, channel);
      }
    }
    return figures;
  }

  private static void details(String name, List<Span> spoken, ChannelAnalysis channel) {
    System.out.printf(
        "  %s speech %.1f floor %.1f dBFS, %d segments, music %s%n",
        name,
        channel.speechLevelDbfs(),
        channel.noiseFloorDbfs(),
        channel.speech().size(),
        channel.music());
    for (Span turn : spoken) {
      double at = turn.start();
      List<Span> missed = new ArrayList<>();
      for (Span s : channel.speech()) {
        if (s.overlaps(turn)) {
          if (s.start() > at + 0.02) {
            missed.add(new Span(at, s.start()));
          }
          at = Math.max(at, s.end());
        }
      }
      if (at < turn.end() - 0.02) {
        missed.add(new Span(at, turn.end()));
      }
      if (!missed.isEmpty()) {
        System.out.printf("    turn %.2f..%.2f missed %s%n", turn.start(), turn.end(), missed);
      }
    }
    for (Span s : channel.speech()) {
      double in = overlap(List.of(s), spoken);
      if (s.seconds() - in > 0.3) {
        System.out.printf("    extra %.2f..%.2f (%.2f s)%n", s.start(), s.end(), s.seconds() - in);
      }
    }
  }

  @Test
  void speechIsCoveredAndHoldsAreNot() throws IOException {
    assumeTrue(Files.isDirectory(CALLS.resolve("truth")), "no labelled calls");
    List<Path> wavs;
    try (Stream<Path> files = Files.list(CALLS)) {
      wavs = files.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
    }
    Figures all = new Figures();
    long started = System.nanoTime();
    for (Path wav : wavs) {
      Figures figures = measure(wav);
      figures.print(wav.getFileName().toString().replace(".wav", ""));
      all.add(figures);
    }
    all.print("all");
    double took = (System.nanoTime() - started) / 1e9;
    System.out.printf("%.0f times real time, first calls cold%n", all.audio / took);
    assertThat(1 - all.missed / all.spoken).as("share of speech covered").isGreaterThan(0.997);
    assertThat(all.worst).as("share covered in the worst call").isGreaterThan(0.985);
    assertThat(all.outside / all.spoken).as("outside turns, padding included").isLessThan(0.05);
    assertThat(all.inHolds).as("seconds of speech in holds").isLessThan(0.5);
    assertThat(all.holdFound / all.hold).as("share of holds found").isGreaterThan(0.98);
    assertThat(all.musicInSpeech).as("seconds of music in turns").isLessThan(0.5);
  }
}
