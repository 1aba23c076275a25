package earshot.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallLedgerTest {
  @TempDir Path dir;

  private DataFolder folder() {
    return new DataFolder(dir);
  }

  private Path file(String day, String name, String json) throws Exception {
    Path file = dir.resolve("calls").resolve(day).resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, json);
  }

  @Test
  void aMissingFolderHoldsNoCalls() throws Exception {
    assertThat(CallLedger.load(folder()).size()).isZero();
  }

  @Test
  void callsAreFoundByIdAndByAudio() throws Exception {
    Path file = new CallStore(folder()).write(Records.of("c/1", "2026-10-05T23:30:00-05:00", 3));
    CallLedger ledger = CallLedger.load(folder());
    CallLedger.Entry entry = ledger.byCallId("c/1").orElseThrow();
    assertThat(entry.file()).isEqualTo(file);
    assertThat(entry.uri()).isEqualTo("file:/calls/c/1.wav");
    assertThat(entry.bytes()).isEqualTo(Files.size(file));
    assertThat(entry.date()).as("in the call's own zone").isEqualTo(LocalDate.of(2026, 10, 5));
    assertThat(entry.language()).isEqualTo("en");
    assertThat(entry.model()).isEqualTo("en-small");
    assertThat(ledger.bySha256(Digests.sha256("c/1"))).contains(entry);
    assertThat(ledger.bySha256(Digests.sha256("c/2"))).isEmpty();
    assertThat(ledger.problems()).isEmpty();
  }

  @Test
  void anyOrderOfKeysIsRead() throws Exception {
    file(
        "2026-10-05",
        "x.json",
        """
        {"scorecards":[{"call_id":"not this"}],
         "transcript":{"turns":[{"words":[{"word":"a"}]}],"model":"m","engine":"e"},
         "metadata":{"language":"el","extra":{"started_at":"no"},
                     "started_at":"2026-10-05T10:00:00Z"},
         "audio":{"more":[1,[2]],"uri":"x.wav","sha256":"%s"},
         "call_id":"x","schema":1}
        """
            .formatted("a".repeat(64)));
    CallLedger ledger = CallLedger.load(folder());
    assertThat(ledger.problems()).isEmpty();
    assertThat(ledger.byCallId("x").orElseThrow().language()).isEqualTo("el");
    assertThat(ledger.byCallId("x").orElseThrow().model()).isEqualTo("m");
  }

  @Test
  void whatFollowsTheHeadIsNotRead() throws Exception {
    Path file = new CallStore(folder()).write(Records.of("c1", "2026-10-05T10:00:00Z", 50));
    String json = Files.readString(file);
    Files.writeString(file, json.substring(0, json.indexOf("\"turns\"") + 20));
    assertThat(CallLedger.load(folder()).byCallId("c1")).isPresent();
  }

  @Test
  void anUnreadableRecordIsReportedAndTheOthersAreRead() throws Exception {
    new CallStore(folder()).write(Records.of("good", "2026-10-05T10:00:00Z", 1));
    file("2026-10-05", "broken.json", "{\"call_id\":\"c9\",\"audio\":{\"sha256\":secretword");
    file("2026-10-05", "empty.json", "");
    file("2026-10-05", "array.json", "[]");
    file(
        "2026-10-05",
        "date.json",
        "{\"call_id\":\"d\",\"audio\":{\"sha256\":\"0\",\"uri\":\"u\"},"
            + "\"metadata\":{\"started_at\":\"yesterday\",\"language\":\"en\"}}");
    file("2026-10-05", ".tmp-1.json", "half");
    CallLedger ledger = CallLedger.load(folder());
    assertThat(ledger.byCallId("good")).isPresent();
    assertThat(ledger.problems())
        .hasSize(4)
        .allSatisfy(p -> assertThat(p.message()).contains(p.file().toString()))
        .noneSatisfy(p -> assertThat(p.message()).contains("secretword"));
  }

  @Test
  void aCallHeldTwiceIsReported() throws Exception {
    new CallStore(folder()).write(Records.of("c1", "2026-10-05T10:00:00Z", 1));
    new CallStore(folder()).write(Records.of("c1", "2026-10-06T10:00:00Z", 1));
    CallLedger ledger = CallLedger.load(folder());
    assertThat(ledger.size()).isEqualTo(1);
    assertThat(ledger.byCallId("c1").orElseThrow().date()).isEqualTo(LocalDate.of(2026, 10, 5));
    assertThat(ledger.problems()).singleElement().asString().contains("2026-10-06");
  }
}
