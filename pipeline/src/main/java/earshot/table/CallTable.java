package earshot.table;

import static earshot.table.Column.optional;
import static earshot.table.Column.required;
import static earshot.table.ColumnType.COUNT;
import static earshot.table.ColumnType.DATE;
import static earshot.table.ColumnType.FLAG;
import static earshot.table.ColumnType.NUMBER;
import static earshot.table.ColumnType.TEXT;
import static earshot.table.ColumnType.TIME;

import earshot.call.CallRecord;
import earshot.call.Role;
import java.util.ArrayList;
import java.util.List;

/** The columns of {@code calls}, and those that every call-level table repeats. */
final class CallTable {
  private CallTable() {}

  static Table<CallRecord> table() {
    List<Column<CallRecord>> columns = new ArrayList<>(repeated());
    columns.addAll(metadata());
    columns.addAll(audio());
    columns.addAll(metrics());
    columns.addAll(facts());
    columns.addAll(versions());
    return Table.of("calls", "a call", columns);
  }

  /** Who, when: repeated in every call-level table so that most questions need no join. */
  static List<Column<CallRecord>> repeated() {
    return List.of(
        required("call_id", TEXT, "", "Id of the call", "call_id", CallRecord::callId),
        optional(
            "agent_id",
            TEXT,
            "",
            "Id of the agent",
            "metadata.agent_id",
            c -> c.metadata().agentId()),
        optional(
            "agent_name",
            TEXT,
            "",
            "Name of the agent as the recorder gives it",
            "metadata.agent_name",
            c -> c.metadata().agentName()),
        optional("team", TEXT, "", "Team of the agent", "metadata.team", c -> c.metadata().team()),
        required(
            "started_at",
            TIME,
            "",
            "Start of the call in UTC",
            "metadata.started_at",
            c -> c.metadata().startedAt().toInstant()),
        required(
            "local_date",
            DATE,
            "",
            "Day of the call in the zone it was recorded with; the partition's day",
            "metadata.started_at",
            CallRecord::localDate));
  }

  private static List<Column<CallRecord>> metadata() {
    return List.of(
        required(
            "utc_offset_minutes",
            COUNT,
            "min",
            "Add to started_at for the local clock time of the call",
            "metadata.started_at",
            c -> c.metadata().startedAt().getOffset().getTotalSeconds() / 60),
        required(
            "started_at_source",
            TEXT,
            "",
            "metadata, or file where the file's time stood in",
            "metadata.started_at_source",
            c -> c.metadata().startedAtSource()),
        optional(
            "direction",
            TEXT,
            "",
            "inbound or outbound",
            "metadata.direction",
            c -> c.metadata().direction()),
        optional(
            "queue", TEXT, "", "Queue of the call", "metadata.queue", c -> c.metadata().queue()),
        optional(
            "company",
            TEXT,
            "",
            "Company the agent speaks for",
            "metadata.company",
            c -> c.metadata().company()),
        optional(
            "customer_id",
            TEXT,
            "",
            "Pseudonym of the customer, the same within a data folder only",
            "metadata.customer_id",
            c -> c.metadata().customerId()),
        required(
            "language",
            TEXT,
            "",
            "Language code",
            "metadata.language",
            c -> c.metadata().language()));
  }

  private static List<Column<CallRecord>> audio() {
    return List.of(
        required(
            "layout",
            TEXT,
            "",
            "agent_left, agent_right, mono, fake_stereo, or transcript without audio",
            "audio.layout",
            c -> c.audio().layout().id()),
        required(
            "sample_rate",
            COUNT,
            "Hz",
            "0 without audio",
            "audio.sample_rate",
            c -> c.audio().sampleRate()),
        required(
            "channels", COUNT, "", "0 without audio", "audio.channels", c -> c.audio().channels()),
        required(
            "encoding",
            TEXT,
            "",
            "none without audio",
            "audio.encoding",
            c -> c.audio().encoding()),
        required(
            "audio_seconds",
            NUMBER,
            "s",
            "Length of the call",
            "audio.seconds",
            c -> c.audio().seconds()),
        required(
            "sha256",
            TEXT,
            "",
            "Of the recording's bytes, or of the transcript's",
            "audio.sha256",
            c -> c.audio().sha256()));
  }

  private static List<Column<CallRecord>> metrics() {
    return List.of(
        required(
            "talk_seconds",
            NUMBER,
            "s",
            "Summed length of all turns",
            "metrics.talk_seconds",
            c -> c.metrics().talkSeconds().values().stream().mapToDouble(s -> s).sum()),
        talk(Role.AGENT),
        talk(Role.CUSTOMER),
        required(
            "silence_seconds",
            NUMBER,
            "s",
            "Time in which nobody speaks and that is no hold",
            "metrics.silence_seconds",
            c -> c.metrics().silenceSeconds()),
        required(
            "hold_seconds",
            NUMBER,
            "s",
            "Time on hold",
            "facts.hold_seconds",
            c -> c.facts().holdSeconds()),
        required(
            "overtalk_seconds",
            NUMBER,
            "s",
            "Time in which both parties speak",
            "metrics.overtalk_seconds",
            c -> c.metrics().overtalkSeconds()),
        pace(Role.AGENT),
        pace(Role.CUSTOMER),
        interruptions(Role.AGENT),
        interruptions(Role.CUSTOMER),
        optional(
            "mean_confidence",
            NUMBER,
            "0 to 1",
            "Mean word confidence of the recogniser; null without words",
            "metrics.mean_confidence",
            c -> c.metrics().meanConfidence()),
        required(
            "turns", COUNT, "", "Turns", "transcript.turns", c -> c.transcript().turns().size()),
        required(
            "words",
            COUNT,
            "",
            "Words of all turns",
            "transcript.turns",
            c -> c.transcript().turns().stream().mapToInt(t -> t.words().size()).sum()),
        required(
            "redactions", COUNT, "", "Spans taken out", "redactions", c -> c.redactions().size()));
  }

  private static Column<CallRecord> talk(Role role) {
    return required(
        role.id() + "_talk_seconds",
        NUMBER,
        "s",
        "Summed length of the " + role.id() + "'s turns, 0 where speakers are not told apart",
        "metrics.talk_seconds." + role.id(),
        c -> c.metrics().talkSeconds(role));
  }

  private static Column<CallRecord> pace(Role role) {
    return optional(
        role.id() + "_words_per_minute",
        NUMBER,
        "words/min",
        "Pace of the " + role.id() + " over own talk time",
        "metrics.words_per_minute." + role.id(),
        c -> c.metrics().wordsPerMinute().get(role.id()));
  }

  private static Column<CallRecord> interruptions(Role role) {
    return optional(
        role.id() + "_interruptions",
        COUNT,
        "",
        "Times the " + role.id() + " started while the other spoke, both for 1 s or more",
        "metrics.interruptions." + role.id(),
        c -> c.metrics().interruptions().get(role.id()));
  }

  private static List<Column<CallRecord>> facts() {
    return List.of(
        callType(),
        optional(
            "complaint",
            FLAG,
            "",
            "Whether the customer expressed dissatisfaction; null when not known",
            "facts.complaint",
            c -> c.facts().complaint()),
        required(
            "resolved",
            TEXT,
            "",
            "yes, no or unknown",
            "facts.resolved",
            c -> c.facts().resolved()),
        optional(
            "transferred",
            FLAG,
            "",
            "Whether caller or case was handed to somebody else; null when not known",
            "facts.transferred",
            c -> c.facts().transferred()),
        required("holds", COUNT, "", "Number of holds", "facts.holds", c -> c.facts().holds()),
        optional(
            "says_called_before",
            FLAG,
            "",
            "Whether the customer says to have called before; null when not known",
            "facts.says_called_before",
            c -> c.facts().saysCalledBefore()));
  }

  static Column<CallRecord> callType() {
    return optional(
        "call_type",
        TEXT,
        "",
        "complaint, order, information, technical, sales or survey; null when not known",
        "facts.call_type",
        c -> c.facts().callType());
  }

  private static List<Column<CallRecord>> versions() {
    return List.of(
        required("schema", COUNT, "", "Version of the call record", "schema", CallRecord::schema),
        required(
            "engine",
            TEXT,
            "",
            "What made the transcript",
            "transcript.engine",
            c -> c.transcript().engine()),
        optional(
            "model",
            TEXT,
            "",
            "Recognition model; null where people wrote the transcript",
            "transcript.model",
            c -> c.transcript().model()));
  }
}
