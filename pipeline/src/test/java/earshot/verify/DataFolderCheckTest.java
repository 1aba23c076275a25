package earshot.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.data.CallLedger;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.Quarantine;
import earshot.data.RunReports;
import earshot.data.Tombstones;
import earshot.index.CallIndexWriter;
import earshot.pipeline.Copies;
import earshot.pipeline.Derived;
import earshot.pipeline.EarshotPipeline;
import earshot.pipeline.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of damage to a data folder is found, and named. */
class DataFolderCheckTest {
  @TempDir static Path shared;
  private static DataFolder sound;

  @TempDir Path temporary;
  private DataFolder folder;
  private CallStore store;

  @BeforeAll
  static void twoCalls() throws Exception {
    Path inputs = shared.resolve("in");
    Transcripts.write(inputs, "w1", "My tap drips since Monday.");
    Transcripts.write(inputs, "w2", "I want a refund, this is a scandal.");
    sound = new DataFolder(shared.resolve("data"));
    EarshotPipeline.transcripts(Transcripts.settings(sound.root(), false, inputs), progress -> {});
  }

  @BeforeEach
  void copied() throws Exception {
    folder = Copies.of(sound, temporary.resolve("data"));
    store = new CallStore(folder);
  }

  private List<String> problems() throws IOException {
    return DataFolderCheck.check(folder).problems();
  }

  private CallLedger.Entry call(String id) throws IOException {
    return CallLedger.load(folder).byCallId(id).orElseThrow();
  }

  private Path parquet(String table) throws IOException {
    try (Stream<Path> files = Files.walk(folder.parquet().resolve(table))) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  @Test
  void aSoundFolderHasNoProblems() throws Exception {
    DataFolderCheck.Findings findings = DataFolderCheck.check(folder);

    assertThat(findings).isEqualTo(new DataFolderCheck.Findings(2, 0, 1, List.of()));
  }

  @Test
  void aCallMissingInTheIndexIsFound() throws Exception {
    try (CallIndexWriter writer = CallIndexWriter.open(folder.index())) {
      writer.remove("w2");
      writer.commit();
    }

    assertThat(problems()).containsExactly("index: call w2 is missing");
  }

  @Test
  void aCallInTheIndexWithoutARecordIsFound() throws Exception {
    CallRecord gone = store.read(call("w2").file());
    Files.delete(call("w2").file());
    Derived.bringUpToDate(folder);
    try (CallIndexWriter writer = CallIndexWriter.open(folder.index())) {
      writer.put(gone, "1@2026-01-01T00:00:00Z");
      writer.commit();
    }

    assertThat(problems()).containsExactly("index: call w2 has no record");
  }

  @Test
  void anIndexThatIsGoneIsFound() throws Exception {
    try (Stream<Path> files = Files.walk(folder.index())) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }

    assertThat(problems()).singleElement().asString().contains("earshot rebuild index");
  }

  @Test
  void aDamagedIndexIsFound() throws Exception {
    try (Stream<Path> files = Files.list(folder.index())) {
      Path biggest =
          files
              .filter(f -> f.toString().matches(".*\\.(cfs|fdt)"))
              .max(java.util.Comparator.comparing(f -> f.toFile().length()))
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(biggest);
      bytes[bytes.length / 2] ^= 0x55;
      Files.write(biggest, bytes);
    }

    assertThat(problems()).anyMatch(p -> p.startsWith("index: ") && p.contains("rebuild index"));
  }

  @Test
  void aRecordYoungerThanIndexAndTablesIsFound() throws Exception {
    CallRecord record = store.read(call("w1").file());
    store.write(
        record.withScores(
            record.facts(), record.scorecards(), List.of(record.scorecards().get(0))));

    assertThat(problems())
        .anyMatch(p -> p.equals("index: call w1 is of an older record"))
        .anyMatch(p -> p.startsWith("tables: 2026-03-29 is behind"));
  }

  @Test
  void aParquetFileThatIsGoneIsFound() throws Exception {
    Files.delete(parquet("answers"));

    assertThat(problems()).singleElement().asString().contains("2026-03-29 is behind");
  }

  @Test
  void aParquetFileThatIsNoneIsFound() throws Exception {
    Path file = parquet("scorecards");
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, (byte) 7);
    Files.write(file, bytes);

    assertThat(problems()).anyMatch(p -> p.startsWith("tables: "));
  }

  /** The same number of bytes and the same time of writing, so that no stamp tells. */
  @Test
  void aScoreThatDiffersFromItsTableIsFound() throws Exception {
    Path file = call("w1").file();
    FileTime written = Files.getLastModifiedTime(file);
    ObjectNode record = (ObjectNode) CallJson.mapper().readTree(Files.readAllBytes(file));
    String before = "\"score\" : " + card(record).get("score").asText();
    String text = Files.readString(file);
    if (!text.contains(before)) {
      before = before.replace(" : ", ":");
    }
    assertThat(text).contains(before);
    char last = before.charAt(before.length() - 1);
    String after = before.substring(0, before.length() - 1) + (last == '1' ? '2' : '1');
    Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(before), after));
    Files.setLastModifiedTime(file, written);

    assertThat(problems())
        .containsExactly(
            "tables: the score of w1 "
                + card(record).get("form").asText()
                + " differs from its record");
  }

  private static ObjectNode card(ObjectNode record) {
    return (ObjectNode) ((ArrayNode) record.get("scorecards")).get(0);
  }

  @Test
  void aCardNumberThatWasNotRedactedIsFound() throws Exception {
    CallRecord record = store.read(call("w1").file());
    List<Turn> turns = new ArrayList<>(record.transcript().turns());
    turns.add(cardNumber(turns.get(turns.size() - 1).end() + 1));
    store.write(
        new CallRecord(
            record.schema(),
            record.callId(),
            record.audio(),
            record.metadata(),
            record.transcript().withTurns(turns),
            record.events(),
            record.metrics(),
            record.facts(),
            record.scorecards(),
            record.history(),
            record.redactions()));
    Derived.bringUpToDate(folder);

    assertThat(problems())
        .containsExactly("calls: call w1 holds something that should be redacted");
  }

  private static Turn cardNumber(double start) {
    List<Word> words = new ArrayList<>();
    String digits = "five ".repeat(12) + "four four four four";
    for (String digit : digits.split(" ")) {
      double at = start + words.size() * 0.3;
      words.add(new Word(digit, at, at + 0.25, 1));
    }
    return new Turn(Role.CUSTOMER, 0, start, start + words.size() * 0.3, digits, 1, words, null);
  }

  @Test
  void aRecordThatCannotBeReadIsFound() throws Exception {
    Path file = call("w2").file();
    Files.writeString(file, Files.readString(file).substring(0, 2000));

    assertThat(problems()).anyMatch(p -> p.startsWith("calls: ") && p.contains("w2.json"));
  }

  @Test
  void aRecordInTheWrongDayIsFound() throws Exception {
    Path file = call("w2").file();
    Path wrong = folder.callFile(LocalDate.parse("2026-04-01"), "w2");
    Files.createDirectories(wrong.resolveSibling(""));
    Files.move(file, wrong);

    assertThat(problems()).anyMatch(p -> p.contains("2026-04-01") && p.contains("should be"));
  }

  @Test
  void aSecondRecordOfACallIsFound() throws Exception {
    Path second = folder.callFile(LocalDate.parse("2026-04-01"), "w2");
    Files.createDirectories(second.resolveSibling(""));
    Files.copy(call("w2").file(), second);

    assertThat(problems()).anyMatch(p -> p.contains("holds call w2 again"));
  }

  @Test
  void aCallThatIsAlsoInQuarantineIsFound() throws Exception {
    CallLedger.Entry call = call("w1");
    new Quarantine(folder).put(call.uri(), call.sha256(), "decode", "truncated", "cut off");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("quarantine: ")
        .endsWith("also call w1");
  }

  @Test
  void aQuarantineEntryThatCannotBeReadIsFoundAndTheRestIsChecked() throws Exception {
    Files.createDirectories(folder.quarantine());
    Files.writeString(folder.quarantine().resolve("ab.json"), "{");
    Files.delete(parquet("answers"));

    assertThat(problems())
        .anyMatch(p -> p.startsWith("quarantine: ") && p.contains("ab.json"))
        .anyMatch(p -> p.startsWith("tables: "));
  }

  @Test
  void aRunReportThatDoesNotAddUpIsFound() throws Exception {
    Path report = new RunReports(folder).files().get(0);
    ObjectNode json = (ObjectNode) CallJson.mapper().readTree(Files.readAllBytes(report));
    json.put("discovered", 7);
    Files.write(report, CallJson.mapper().writeValueAsBytes(json));

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("runs: ")
        .contains(report.getFileName().toString());
  }

  @Test
  void anErasedCallThatIsBackIsFound() throws Exception {
    CallLedger.Entry call = call("w1");
    new Tombstones(folder).add(call.callId(), call.sha256(), LocalDate.parse("2026-05-01"));

    assertThat(problems()).containsExactly("calls: call w1 was erased but is there");
  }
}
