package earshot.workbench.admin;

import earshot.data.CallLedger;
import earshot.data.DataFolder;
import earshot.data.Quarantine;
import earshot.data.QuarantineEntry;
import earshot.data.RunReport;
import earshot.data.RunReports;
import earshot.workbench.search.LiveSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the data folder is, in a few lines. */
final class DataFolderHealth {
  private final DataFolder folder;
  private final LiveSearch search;

  DataFolderHealth(DataFolder folder, LiveSearch search) {
    this.folder = folder;
    this.search = search;
  }

  AdminView.Health now() throws IOException {
    CallLedger ledger = CallLedger.load(folder);
    Map<String, Integer> reasons = new TreeMap<>();
    for (QuarantineEntry entry : new Quarantine(folder).all().values()) {
      reasons.merge(entry.reason(), 1, Integer::sum);
    }
    List<AdminView.Reason> quarantine =
        reasons.entrySet().stream()
            .map(e -> new AdminView.Reason(e.getKey(), e.getValue()))
            .toList();
    String index;
    boolean behind;
    try {
      int indexed = search.calls();
      behind = indexed != ledger.size();
      index =
          behind
              ? indexed + " of " + ledger.size() + " calls; the end of a run brings it up to date"
              : "all " + indexed + " calls";
    } catch (IOException e) {
      behind = true;
      index = String.valueOf(e.getMessage());
    }
    return new AdminView.Health(
        folder.root().toAbsolutePath().normalize().toString(),
        ledger.size(),
        ledger.problems().size(),
        quarantine,
        index,
        behind,
        lastRun());
  }

  private String lastRun() throws IOException {
    RunReports reports = new RunReports(folder);
    List<Path> files = reports.files();
    if (files.isEmpty()) {
      return "none yet";
    }
    RunReport last = reports.read(files.get(files.size() - 1));
    return last.command()
        + " "
        + last.runId()
        + ": "
        + last.discovered()
        + " discovered = "
        + last.ok()
        + " ok + "
        + last.quarantined()
        + " quarantined + "
        + last.skipped()
        + " skipped";
  }
}
