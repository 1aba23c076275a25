package earshot.workbench;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** One row or more about a call in every table that knows calls, as people would have left them. */
final class RowsOfACall {
  private RowsOfACall() {}

  /** What people wrote in these rows. */
  static List<String> texts(String call) {
    String of = call.substring(2).replace("-", "");
    return Stream.of("Remark", "Comment", "Reason", "Ruling", "Redact", "Detail", "Agent")
        .map(what -> what + of)
        .toList();
  }

  /** Writes them. */
  static void insert(Handle h, long account, String call) {
    OffsetDateTime now = OffsetDateTime.parse("2026-11-01T08:00:00Z");
    answer(h, account, call, now);
    sample(h, account, call, now);
    change(h, account, call, now);
    dispute(h, account, call, now);
    calibration(h, account, call, now);
    audit(h, account, call, now);
    alert(h, account, call, now);
    clip(h, account, call, now);
  }

  private static void answer(Handle h, long account, String call, OffsetDateTime now) {
    List<String> text = texts(call);
    h.execute(
        "insert into decision (call_id, form, question, from_answer, to_answer, machine_answer,"
            + " remark, rules_hash, form_version, account_id, decided_at)"
            + " values (?, 'courtesy', 'greeting', 'YES', 'NO', 'YES', ?, 'h', 1, ?, ?)",
        call,
        text.get(0),
        account,
        now);
    h.execute(
        "insert into review_comment (call_id, start_seconds, end_seconds, remark, account_id,"
            + " made_at) values (?, 1, 2, ?, ?, ?)",
        call,
        text.get(1),
        account,
        now);
  }

  private static void sample(Handle h, long account, String call, OffsetDateTime now) {
    List<String> text = texts(call);
    long sample =
        h.createUpdate(
                "insert into review_sample (seed, quota, filter, candidates, account_id, drawn_at)"
                    + " values (1, 1, :filter, 3, :account, :at)")
            .bind("filter", "refund OR call_id:" + call)
            .bind("account", account)
            .bind("at", now)
            .executeAndReturnGeneratedKeys("sample_id")
            .mapTo(Long.class)
            .one();
    h.execute(
        "insert into review_sample_call (sample_id, place, call_id, agent) values (?, 0, ?, ?)",
        sample,
        call,
        text.get(6));
    h.execute(
        "insert into review_finished (call_id, sample_id, account_id, finished_at)"
            + " values (?, ?, ?, ?)",
        call,
        sample,
        account,
        now);
  }

  private static void change(Handle h, long account, String call, OffsetDateTime now) {
    List<String> text = texts(call);
    long change =
        h.createUpdate(
                "insert into record_change (call_id, kind, start_seconds, end_seconds, remark,"
                    + " account_id, asked_at) values (:call, 'redact', 1, 2, :why, :account, :at)")
            .bind("call", call)
            .bind("why", text.get(4))
            .bind("account", account)
            .bind("at", now)
            .executeAndReturnGeneratedKeys("change_id")
            .mapTo(Long.class)
            .one();
    h.execute(
        "insert into record_change_done (change_id, outcome, done_at) values (?, 'done', ?)",
        change,
        now);
    h.execute(
        "insert into record_change_speaker (change_id, place, channel, start_seconds,"
            + " end_seconds, role) values (?, 0, 0, 1, 2, 'agent')",
        change);
  }

  private static void dispute(Handle h, long account, String call, OffsetDateTime now) {
    List<String> text = texts(call);
    long dispute =
        h.createUpdate(
                "insert into dispute (call_id, form, question, contested, reason, account_id,"
                    + " opened_at, due_at)"
                    + " values (:call, 'courtesy', 'greeting', 'YES', :why, :account, :at, :at)")
            .bind("call", call)
            .bind("why", text.get(2))
            .bind("account", account)
            .bind("at", now)
            .executeAndReturnGeneratedKeys("dispute_id")
            .mapTo(Long.class)
            .one();
    h.execute(
        "insert into dispute_decision (dispute_id, overturned, answer, reason, account_id,"
            + " decided_at) values (?, true, 'NO', ?, ?, ?)",
        dispute,
        text.get(3),
        account,
        now);
  }

  private static void calibration(Handle h, long account, String call, OffsetDateTime now) {
    long set =
        h.createUpdate(
                "insert into calibration (title, form, account_id, opened_at)"
                    + " values (:title, 'courtesy', :account, :at)")
            .bind("title", "About " + call)
            .bind("account", account)
            .bind("at", now)
            .executeAndReturnGeneratedKeys("calibration_id")
            .mapTo(Long.class)
            .one();
    h.execute(
        "insert into calibration_call (calibration_id, place, call_id) values (?, 0, ?)",
        set,
        call);
    h.execute(
        "insert into calibration_reviewer (calibration_id, account_id) values (?, ?)",
        set,
        account);
    h.execute(
        "insert into calibration_answer (calibration_id, place, question, answer, account_id,"
            + " answered_at) values (?, 0, 'greeting', 'YES', ?, ?)",
        set,
        account,
        now);
    h.execute(
        "insert into calibration_closed (calibration_id, account_id, closed_at) values (?, ?, ?)",
        set,
        account,
        now);
  }

  private static void audit(Handle h, long account, String call, OffsetDateTime now) {
    List<String> text = texts(call);
    h.execute(
        "insert into audit (account_id, action, call_id, detail, happened_at)"
            + " values (?, 'decide', ?, ?, ?)",
        account,
        call,
        text.get(5),
        now);
    h.execute(
        "insert into audit (account_id, action, detail, happened_at) values (?, 'export', ?, ?)",
        account,
        "csv: (call_id:" + call + ") 1 call",
        now);
  }

  private static void alert(Handle h, long account, String call, OffsetDateTime now) {
    long search =
        h.createUpdate("insert into saved_search (account_id, made_at) values (:account, :at)")
            .bind("account", account)
            .bind("at", now)
            .executeAndReturnGeneratedKeys("search_id")
            .mapTo(Long.class)
            .one();
    h.execute(
        "insert into saved_search_state (search_id, title, query, sorting, alerting, removed,"
            + " changed_at) values (?, ?, ?, '', true, false, ?)",
        search,
        "Like " + call,
        "refund NOT call_id:" + call,
        now);
    h.execute("insert into known_call (call_id) values (?)", call);
    long alert =
        h.createUpdate(
                "insert into call_alert (search_id, call_id, at_seconds, raised_at)"
                    + " values (:search, :call, 1, :at)")
            .bind("search", search)
            .bind("call", call)
            .bind("at", now)
            .executeAndReturnGeneratedKeys("alert_id")
            .mapTo(Long.class)
            .one();
    h.execute("insert into call_alert_read (alert_id, read_at) values (?, ?)", alert, now);
  }

  /** Its copies are not there, as after an erasure by id. */
  private static void clip(Handle h, long account, String call, OffsetDateTime now) {
    long list =
        h.createUpdate("insert into playlist (account_id, made_at) values (:account, :at)")
            .bind("account", account)
            .bind("at", now)
            .executeAndReturnGeneratedKeys("playlist_id")
            .mapTo(Long.class)
            .one();
    h.execute(
        "insert into playlist_state (playlist_id, what, title, account_id, changed_at)"
            + " values (?, 'made', ?, ?, ?)",
        list,
        "From " + call,
        account,
        now);
    long clip =
        h.createUpdate(
                "insert into clip (playlist_id, call_id, start_seconds, end_seconds, account_id,"
                    + " added_at) values (:list, :call, 1, 2, :account, :at)")
            .bind("list", list)
            .bind("call", call)
            .bind("account", account)
            .bind("at", now)
            .executeAndReturnGeneratedKeys("clip_id")
            .mapTo(Long.class)
            .one();
    h.execute(
        "insert into clip_state (clip_id, what, place, role, question, note, account_id,"
            + " changed_at) values (?, 'added', 0, 'good', 'greeting', ?, ?, ?)",
        clip,
        "See " + call,
        account,
        now);
  }
}
