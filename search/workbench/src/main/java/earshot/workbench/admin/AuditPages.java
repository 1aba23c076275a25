package earshot.workbench.admin;

import earshot.report.CsvCell;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.audit.AuditFilter;
import earshot.workbench.web.Links;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Paging;
import earshot.workbench.web.WrongParameterException;
import io.javalin.http.Context;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The audit as admins read it: filtered, a page at a time, or as a file. */
final class AuditPages {
  /** Rows of a file, the newest. */
  static final int MOST_EXPORTED = 100_000;

  private static final int LINES = 100;
  private static final List<String> ACTIONS =
      Arrays.stream(Audit.Action.values()).map(Audit.Action::id).toList();

  private final Audit audit;

  AuditPages(Audit audit) {
    this.audit = audit;
  }

  /**
   * What the address asks for.
   *
   * @param names of the accounts there are
   */
  AdminView.AuditView view(Context http, Stream<String> names) {
    AuditFilter filter = filter(http);
    String given = http.queryParam("offset");
    int offset = given != null && given.matches("\\d{1,7}") ? Integer.parseInt(given) : 0;
    long total = audit.count(filter);
    List<String> offered = new ArrayList<>(names.toList());
    offered.add(AuditFilter.CONSOLE);
    offered.add(AuditFilter.UNKNOWN);
    return new AdminView.AuditView(
        filter,
        offered,
        ACTIONS,
        total,
        audit.newest(filter, LINES, offset).stream().map(AuditPages::line).toList(),
        Paging.of(total, offset, LINES, at -> address(filter, at)),
        Links.with("/export/audit.csv", parameters(filter)));
  }

  /** All that the address asks for, for a spreadsheet. */
  void csv(Context http, SignedIn who) {
    AuditFilter filter = filter(http);
    List<Audit.Entry> entries = audit.newest(filter, MOST_EXPORTED, 0);
    long total = audit.count(filter);
    audit.write(
        who,
        Audit.Action.EXPORT,
        null,
        "audit, csv, " + entries.size() + " of " + total + " lines");
    StringBuilder out = new StringBuilder("\uFEFF");
    out.append(CsvCell.line(List.of("happened_at", "who", "action", "call_id", "detail")));
    for (Audit.Entry entry : entries) {
      out.append(
          CsvCell.line(
              List.of(
                  entry.at().truncatedTo(ChronoUnit.MILLIS).toString(),
                  entry.who(),
                  entry.action(),
                  text(entry.callId()),
                  text(entry.detail()))));
    }
    http.header("Content-Disposition", "attachment; filename=\"earshot-audit.csv\"");
    http.header("X-Total", String.valueOf(total));
    http.contentType("text/csv; charset=utf-8").result(out.toString());
  }

  private static AuditFilter filter(Context http) {
    String action = parameter(http, "action");
    if (!action.isEmpty() && !ACTIONS.contains(action)) {
      throw new WrongParameterException(
          "action", "No such action", "One of " + String.join(", ", ACTIONS));
    }
    String who = parameter(http, "who").toLowerCase(Locale.ROOT); // as accounts are named
    return new AuditFilter(who, parameter(http, "call"), action);
  }

  private static String parameter(Context http, String name) {
    String value = text(http.queryParam(name)).strip();
    if (value.indexOf('\0') >= 0) {
      throw new WrongParameterException(
          name, "It holds a character that no text has", "Leave it out");
    }
    return value;
  }

  private static String address(AuditFilter filter, int offset) {
    String from = offset == 0 ? "" : "offset=" + offset;
    return Links.with(Links.with("/admin", parameters(filter)), from) + "#audit";
  }

  private static String parameters(AuditFilter filter) {
    List<String> parameters = new ArrayList<>();
    if (!filter.who().isEmpty()) {
      parameters.add("who=" + Links.value(filter.who()));
    }
    if (!filter.callId().isEmpty()) {
      parameters.add("call=" + Links.value(filter.callId()));
    }
    if (!filter.action().isEmpty()) {
      parameters.add("action=" + Links.value(filter.action()));
    }
    return String.join("&", parameters);
  }

  private static AdminView.AuditLine line(Audit.Entry entry) {
    String callId = text(entry.callId());
    return new AdminView.AuditLine(
        Moment.toTheSecond(entry.at()),
        entry.who(),
        entry.action(),
        callId,
        callId.isEmpty() || callId.equals(Audit.ERASED) ? "" : Links.call(callId),
        text(entry.detail()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
