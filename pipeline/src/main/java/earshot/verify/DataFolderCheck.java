package earshot.verify;

import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.data.CallLedger;
import earshot.data.CallStore;
import earshot.data.CallTraces;
import earshot.data.DataFolder;
import earshot.data.FileTrouble;
import earshot.data.PersonAnswers;
import earshot.data.Quarantine;
import earshot.data.QuarantineEntry;
import earshot.data.RunReports;
import earshot.data.Tombstones;
import earshot.index.IndexCheck;
import earshot.redact.Redactor;
import earshot.table.Period;
import earshot.table.TableReader;
import earshot.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks a data folder: records, quarantine, run reports, index, tables. Reads only. */
public final class DataFolderCheck {
  private final DataFolder folder;
  private final CallStore store;
  private final Redactor redactor = Redactor.standard();
  private final PersonAnswers people;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Double> scores = new TreeMap<>();

  /**
   * What was found.
   *
   * @param problems one sentence each; empty when all is well
   */
  public record Findings(int calls, int quarantined, int runs, List<String> problems) {
    public Findings {
      problems = List.copyOf(problems);
    }
  }

  private DataFolderCheck(DataFolder folder) throws IOException {
    this.folder = folder;
    this.people = PersonAnswers.load(folder);
    this.store = new CallStore(folder);
  }

  /** Checks everything that lies in the folder. */
  public static Findings check(DataFolder folder) throws IOException {
    return check(folder, List.of());
  }

  /** Checks everything, and that other places keep nothing about erased calls. */
  public static Findings check(DataFolder folder, List<CallTraces> elsewhere) throws IOException {
    return new DataFolderCheck(folder).all(elsewhere);
  }

  private Findings all(List<CallTraces> elsewhere) throws IOException {
    CallLedger ledger = CallLedger.load(folder);
    ledger.problems().forEach(p -> problems.add("calls: " + p.file() + ": " + p.message()));
    for (CallLedger.Entry call : ledger.entries()) {
      record(call);
    }
    int quarantined = quarantine(ledger);
    int runs = runs();
    part("erased", () -> erased(ledger));
    for (CallTraces place : elsewhere) {
      part("erased", () -> place.leftovers().forEach(p -> problems.add(place.place() + ": " + p)));
    }
    part("index", () -> problems.addAll(IndexCheck.problems(folder, ledger)));
    part("tables", () -> tables(ledger));
    return new Findings(ledger.size(), quarantined, runs, problems);
  }

  private interface Part {
    void check() throws IOException;
  }

  /** What cannot be read is a problem of that part, and the others are checked all the same. */
  private void part(String name, Part part) {
    try {
      part.check();
    } catch (IOException e) {
      problems.add(name + ": " + FileTrouble.words(e));
    }
  }

  private void record(CallLedger.Entry call) {
    CallRecord record;
    try {
      record = store.read(call.file());
    } catch (IOException e) {
      problems.add("calls: " + e.getMessage());
      return;
    }
    Path expected = folder.callFile(record.localDate(), record.callId());
    if (!expected.getFileName().equals(call.file().getFileName())
        || !call.file().resolveSibling("").endsWith(record.localDate().toString())) {
      problems.add("calls: " + call.file() + " should be " + expected);
    }
    if (record.scorecards().isEmpty()) {
      problems.add("calls: call " + record.callId() + " has no scorecards");
    }
    for (Scorecard card : people.effective(record).scorecards()) {
      scores.put(key(record.callId(), card.form()), card.score());
    }
    if (!redactor
        .redact(record.transcript().turns(), record.transcript().language())
        .turns()
        .equals(record.transcript().turns())) {
      problems.add("calls: call " + record.callId() + " holds something that should be redacted");
    }
  }

  private int quarantine(CallLedger ledger) {
    Map<String, QuarantineEntry> entries = new TreeMap<>();
    part("quarantine", () -> entries.putAll(new Quarantine(folder).all()));
    for (String key : entries.keySet()) {
      ledger
          .bySha256(key)
          .ifPresent(
              call ->
                  problems.add(
                      "quarantine: " + key + " is in quarantine and also call " + call.callId()));
    }
    return entries.size();
  }

  /** Reading a report checks that its counts add up. */
  private int runs() throws IOException {
    RunReports reports = new RunReports(folder);
    int runs = 0;
    for (Path file : reports.files()) {
      try {
        reports.read(file);
        runs++;
      } catch (IOException e) {
        problems.add("runs: " + e.getMessage());
      }
    }
    return runs;
  }

  private void erased(CallLedger ledger) throws IOException {
    Tombstones.Erased erased = new Tombstones(folder).load();
    for (CallLedger.Entry call : ledger.entries()) {
      if (erased.contains(call.callId(), call.sha256())) {
        problems.add("calls: call " + call.callId() + " was erased but is there");
      }
    }
  }

  private void tables(CallLedger ledger) throws IOException {
    for (LocalDate day : new TableWriter(folder).behind()) {
      problems.add("tables: " + day + " is behind; mend it with: earshot rebuild parquet");
    }
    TableReader reader = new TableReader(folder);
    Set<String> missing = new HashSet<>();
    ledger.entries().forEach(call -> missing.add(call.callId()));
    reader.read(
        "calls",
        List.of("call_id"),
        Period.ALL,
        row -> {
          if (!missing.remove(row.text("call_id"))) {
            problems.add(
                "tables: call " + row.text("call_id") + " is there twice or has no record");
          }
        });
    missing.forEach(id -> problems.add("tables: call " + id + " is missing in calls"));
    reader.read(
        "scorecards",
        List.of("call_id", "form", "score"),
        Period.ALL,
        row -> {
          String key = key(row.text("call_id"), row.text("form"));
          Double expected = scores.get(key);
          Double found = row.optionalNumber("score");
          boolean same =
              expected == null ? found == null : found != null && Math.abs(expected - found) < 1e-6;
          if (!scores.containsKey(key) || !same) {
            problems.add("tables: the score of " + key + " differs from its record");
          }
          scores.remove(key);
        });
    scores.keySet().forEach(key -> problems.add("tables: " + key + " is missing in scorecards"));
  }

  private static String key(String callId, String form) {
    return callId + " " + form;
  }
}
