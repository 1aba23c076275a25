package earshot.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.call.AnswerValue;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.data.CallLedger;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.Quarantine;
import earshot.data.QuarantineEntry;
import earshot.data.RunReport;
import earshot.index.CallIndex;
import earshot.query.QueryParser;
import earshot.verify.DataFolderCheck;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline on transcripts: real Beam, Lucene and Parquet, no audio. */
class TranscriptPipelineTest {
  @TempDir Path temporary;
  private Path inputs;
  private Path data;
  private DataFolder folder;

  @BeforeEach
  void folders() {
    inputs = temporary.resolve("in");
    data = temporary.resolve("data");
    folder = new DataFolder(data);
  }

  private RunReport run(boolean retry) throws Exception {
    return EarshotPipeline.transcripts(Transcripts.settings(data, retry, inputs), progress -> {});
  }

  @Test
  void transcriptsBecomeCallsIndexAndTables() throws Exception {
    Transcripts.write(inputs, "w1", "My tap drips since Monday.");
    Transcripts.write(inputs, "w2", "I want a refund, this is a scandal.");

    RunReport report = run(false);

    assertThat(report.ok()).isEqualTo(2);
    assertThat(report.discovered()).isEqualTo(2);
    try (CallIndex index = CallIndex.open(folder.index())) {
      assertThat(index.search(QueryParser.parse("customer: refund"), 10).total()).isEqualTo(1);
    }
    assertThat(DataFolderCheck.check(folder).problems()).isEmpty();
  }

  @Test
  void onOneChannelNobodyCanBeSeenToSpeakOverTheOther() throws Exception {
    Files.createDirectories(inputs);
    Files.writeString(
        inputs.resolve("m1.json"),
        Transcripts.json("m1", "I am fed up with this leak.")
            .replace("\"language\"", "\"channels\": 1, \"language\""));

    run(false);

    CallRecord call =
        CallJson.read(Files.readAllBytes(folder.calls().resolve("2026-03-29/m1.json")));
    assertThat(call.audio().layout().separated()).isFalse();
    assertThat(
            call.scorecards().stream()
                .flatMap(card -> card.answers().stream())
                .filter(a -> List.of("no-interruption", "lets-finish").contains(a.question())))
        .hasSize(2)
        .allMatch(a -> a.answer() == AnswerValue.NA);
  }

  @Test
  void nothingOfACanaryIsFoundInTheDataFolder() throws Exception {
    Transcripts.write(
        inputs, "w1", "My card number is 4716 9103 8527 6649 and the security code is 8317.");
    Transcripts.write(
        inputs,
        "w2",
        "It's four seven one six um nine one oh three eight five two seven six six four nine.");

    run(false);

    List<String> canaries =
        List.of("4716", "9103", "8527", "6649", "8317", "442079460001", "four seven", "six four");
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(canaries).as(file.toString()).noneMatch(bytes::contains);
      }
    }
    try (CallIndex index = CallIndex.open(folder.index())) {
      for (String word : List.of("4716", "9103", "8527", "6649", "8317", "seven", "nine AND six")) {
        assertThat(index.search(QueryParser.parse("customer: (" + word + ")"), 10).total())
            .as(word)
            .isZero();
      }
    }
  }

  @Test
  void aSecondRunDoesNothing() throws Exception {
    Transcripts.write(inputs, "w1", "My tap drips since Monday.");
    run(false);
    List<String> before = state();

    RunReport second = run(false);

    assertThat(second.ok()).isZero();
    assertThat(second.skipped()).isEqualTo(1);
    assertThat(state()).isEqualTo(before);
  }

  private List<String> state() throws Exception {
    List<String> state = new ArrayList<>();
    for (CallLedger.Entry call : CallLedger.load(folder).entries()) {
      state.add(call.file() + " " + call.modified());
    }
    return state;
  }

  @Test
  void badTranscriptsAreQuarantinedAndTheRestGoesOn() throws Exception {
    Transcripts.write(inputs, "w1", "My tap drips since Monday.");
    Files.writeString(inputs.resolve("broken.json"), "{\"call_id\": \"w9\", \"turns\": [");
    Files.writeString(inputs.resolve("empty.json"), "{\"call_id\": \"w8\", \"turns\": []}");

    RunReport report = run(false);

    assertThat(report.ok()).isEqualTo(1);
    assertThat(report.quarantined()).isEqualTo(2);
    assertThat(new Quarantine(folder).all().values())
        .extracting(QuarantineEntry::stage)
        .containsOnly("transcript");
  }

  @Test
  void aMendedTranscriptLeavesTheQuarantineOnRetry() throws Exception {
    Path file = inputs.resolve("w1.json");
    Files.createDirectories(inputs);
    Files.writeString(file, "{");
    run(false);
    assertThat(run(false).quarantined()).isEqualTo(1);
    Files.writeString(file, Transcripts.json("w1", "My tap drips since Monday."));

    RunReport retried = run(true);

    assertThat(retried.ok()).isEqualTo(1);
    assertThat(retried.quarantined()).isZero();
    assertThat(new Quarantine(folder).all()).isEmpty();
  }

  @Test
  void otherWordsUnderAKnownIdAreAConflictAndNeverOverwrite() throws Exception {
    Transcripts.write(inputs, "w1", "My tap drips since Monday.");
    run(false);
    CallRecord before = onlyCall();
    Transcripts.write(inputs, "w1", "Something else altogether.");

    RunReport second = run(false);

    assertThat(second.quarantineReasons()).containsEntry(Quarantine.CALL_ID_CONFLICT, 1);
    assertThat(onlyCall()).isEqualTo(before);
  }

  @Test
  void theSameFileTwiceIsOneCall() throws Exception {
    Transcripts.write(inputs.resolve("a"), "w1", "My tap drips since Monday.");
    Transcripts.write(inputs.resolve("b"), "w1", "My tap drips since Monday.");

    RunReport report = run(false);

    assertThat(report.ok()).isEqualTo(1);
    assertThat(report.skipped()).isEqualTo(1);
  }

  @Test
  void spokenCardNumbersAreNowhereInTheDataFolder() throws Exception {
    Transcripts.write(
        inputs,
        "w1",
        "my card is four two four two four two four two four two four two four two four two");

    run(false);

    assertThat(onlyCall().redactions()).isNotEmpty();
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("two four two four")
            .doesNotContain("2079460001");
      }
    }
  }

  @Test
  void callsOfTheCallListWithoutATranscriptAreReported() throws Exception {
    Transcripts.write(inputs, "w1", "My tap drips since Monday.");
    Path list = temporary.resolve("cdr.csv");
    Files.writeString(list, "call_id,agent_id\nw1,A7\nw2,A7\n");

    RunReport report =
        EarshotPipeline.transcripts(
            Transcripts.settings("score", data, false, List.of(list.toString()), inputs),
            progress -> {});

    assertThat(report.missingRecordingIds()).containsExactly("w2");
  }

  @Test
  void aFolderWithoutTranscriptsIsARunThatFoundNone() throws Exception {
    Files.createDirectories(inputs);
    Path list = temporary.resolve("cdr.csv");
    Files.writeString(list, "call_id,agent_id\nw1,A7\n");

    RunReport report =
        EarshotPipeline.transcripts(
            Transcripts.settings("score", data, false, List.of(list.toString()), inputs),
            progress -> {});

    assertThat(report.discovered()).isZero();
    assertThat(report.missingRecordingIds()).containsExactly("w1");
    assertThat(DataFolderCheck.check(folder))
        .isEqualTo(new DataFolderCheck.Findings(0, 0, 1, List.of()));
  }

  @Test
  void whatWouldFailTheRunIsFoundWithoutWritingAnything() throws Exception {
    Transcripts.write(inputs, "w1", "My tap drips since Monday.");
    Path list = temporary.resolve("cdr.csv");
    Files.writeString(list, "call_id,agent_id\nw1,A7\n");
    Path nowhere = temporary.resolve("nowhere");
    Path badList = Files.writeString(temporary.resolve("bad.csv"), "colour,shape\nred,round\n");

    EarshotPipeline.check(
        Transcripts.settings("score", data, false, List.of(list.toString()), inputs));
    assertThatThrownBy(
            () -> EarshotPipeline.check(Transcripts.settings(data, false, inputs, nowhere)))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("nowhere");
    assertThatThrownBy(
            () ->
                EarshotPipeline.check(
                    Transcripts.settings(
                        "score", data, false, List.of(badList.toString()), inputs)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bad.csv");
    assertThat(data).doesNotExist();
  }

  private CallRecord onlyCall() throws Exception {
    CallStore store = new CallStore(folder);
    assertThat(store.files()).hasSize(1);
    return store.read(store.files().get(0));
  }
}
