package earshot.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.call.Role;
import earshot.call.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The labelled sample calls, where they lie beside the project. */
class SampleCallsRedactionTest {
  private static final Path CALLS =
      Path.of(System.getProperty("earshot.shared", "../shared"), "calls");
  private final Redactor redactor = Redactor.standard();

  @Test
  void everyTestCardAndCodeOfTheSamplesIsHiddenAndNothingElse() throws IOException {
    assumeTrue(Files.isDirectory(CALLS.resolve("truth")));
    Set<String> hidden = new TreeSet<>();
    Set<String> digits = new TreeSet<>();
    try (Stream<Path> files = Files.list(CALLS.resolve("truth"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".truth.json")).sorted().toList()) {
        String call = file.getFileName().toString().substring(0, 5);
        for (Turn turn : redactor.redact(turns(file), "en").turns()) {
          for (Kind kind : Kind.values()) {
            if (turn.text().contains(kind.token())) {
              hidden.add(call + " " + turn.role().id() + " " + kind.id());
            }
          }
          digits.addAll(longRuns(call, turn.text()));
        }
      }
    }
    assertThat(hidden)
        .containsExactlyInAnyOrder(
            "c1004 customer phone-number",
            "c1008 customer date-of-birth",
            "c1010 customer date-of-birth",
            "c1011 customer card-number",
            "c1011 customer security-code",
            "c1011 agent security-code",
            "c1016 customer card-number",
            "c1016 agent card-number",
            "c1018 customer phone-number",
            "c1019 customer card-number",
            "c1019 agent card-number",
            "c1020 customer card-number",
            "c1020 customer security-code",
            "c1022 customer card-number",
            "c1022 customer security-code");
    assertThat(digits).as("digits in a row that are left: order and account numbers").hasSize(5);
  }

  @Test
  void telephoneNumbersInOtherLanguagesAreHidden() throws IOException {
    assumeTrue(Files.isDirectory(CALLS.resolve("text")));
    Set<String> hidden = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CALLS.resolve("text"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        String language = file.getParent().getFileName().toString();
        for (Turn turn : redactor.redact(turns(file), language).turns()) {
          if (turn.text().contains("[")) {
            hidden.add(file.getFileName() + " " + turn.text().replaceAll(".*\\[(.*)].*", "$1"));
          }
        }
      }
    }
    assertThat(hidden)
        .containsExactlyInAnyOrder(
            "t-el-01.json phone-number",
            "t-el-04.json phone-number",
            "t-no-01.json date-of-birth",
            "t-no-04.json phone-number",
            "t-sl-04.json phone-number",
            "t-sw-04.json phone-number",
            "t-vi-04.json phone-number");
  }

  private static List<String> longRuns(String call, String text) {
    String digit = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)";
    List<String> runs = new ArrayList<>();
    var matcher = java.util.regex.Pattern.compile("(?:" + digit + " ){4,}" + digit).matcher(text);
    while (matcher.find()) {
      runs.add(call + " at " + matcher.start());
    }
    return runs;
  }

  private static List<Turn> turns(Path file) throws IOException {
    JsonNode call = new ObjectMapper().readTree(Files.readAllBytes(file));
    List<Turn> turns = new ArrayList<>();
    for (JsonNode turn : call.get("turns")) {
      String role = turn.get("role").asText();
      if (!role.equals("hold") && !turn.get("text").asText().isBlank()) {
        Role speaker = role.equals("customer") ? Role.CUSTOMER : Role.AGENT;
        turns.add(Calls.turn(speaker, turn.get("start").asDouble(), turn.get("text").asText()));
      }
    }
    return turns;
  }
}
