package earshot.workbench.call;

import earshot.call.Audio;
import earshot.call.CallRecord;
import earshot.call.Facts;
import earshot.call.Layout;
import earshot.call.Metadata;
import earshot.call.Metrics;
import earshot.call.Role;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts of a call and of its recording, as labels and values; what is not known is left out. */
final class CallFacts {
  private static final int HASH_SHOWN = 12;

  private final List<CallView.Fact> facts = new ArrayList<>();

  private CallFacts() {}

  static List<CallView.Fact> ofCall(CallRecord call) {
    CallFacts list = new CallFacts();
    list.metadata(call.metadata());
    list.add("Length", Clock.length(call.audio().seconds()));
    list.facts(call.facts());
    list.metrics(call.metrics());
    return list.facts;
  }

  static List<CallView.Fact> ofRecording(CallRecord call) {
    CallFacts list = new CallFacts();
    Audio audio = call.audio();
    list.add("Speakers", layout(audio.layout()));
    if (audio.channels() > 0) {
      list.add(
          "Sound",
          String.format(
              Locale.ROOT,
              "%s, %d Hz, %s",
              audio.encoding(),
              audio.sampleRate(),
              audio.channels() == 1 ? "mono" : "stereo"));
    }
    list.add("Redacted", redacted(call));
    list.add("Language", call.transcript().language());
    list.add("Heard by", call.transcript().engine());
    list.add("Model", call.transcript().model());
    list.add("Fingerprint", audio.sha256().substring(0, HASH_SHOWN));
    return list.facts;
  }

  private void add(String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new CallView.Fact(label, Sentence.of(value)));
    }
  }

  private void metadata(Metadata metadata) {
    boolean guessed = metadata.startedAtSource().equals("file");
    facts.add(
        new CallView.Fact(
            "Started",
            Sentence.of(
                Moment.exactly(metadata.startedAt()), guessed ? ", by the time of its file" : "")));
    add("Direction", metadata.direction());
    add("Agent", both(metadata.agentName(), metadata.agentId()));
    add("Team", metadata.team());
    add("Queue", metadata.queue());
    add("Company", metadata.company());
    add("Customer", metadata.customerName());
  }

  private static @Nullable String both(@Nullable String name, @Nullable String id) {
    return name == null ? id : id == null ? name : name + " (" + id + ")";
  }

  private void facts(Facts known) {
    add("Kind of call", known.callType());
    add("Complaint", yesNo(known.complaint()));
    add("Resolved", known.resolved());
    add("Transferred", yesNo(known.transferred()));
    add("Called before", yesNo(known.saysCalledBefore()));
    add(
        "On hold",
        known.holds() == 0
            ? "no"
            : known.holds()
                + (known.holds() == 1 ? " time, " : " times, ")
                + Clock.length(known.holdSeconds()));
  }

  private static @Nullable String yesNo(@Nullable Boolean value) {
    return value == null ? null : value ? "yes" : "no";
  }

  private void metrics(Metrics metrics) {
    double agent = metrics.talkSeconds(Role.AGENT);
    double customer = metrics.talkSeconds(Role.CUSTOMER);
    if (agent + customer > 0) {
      add(
          "Talking",
          String.format(
              Locale.ROOT,
              "agent %.0f %%, customer %.0f %%",
              100 * agent / (agent + customer),
              100 * customer / (agent + customer)));
    }
    add("Silence", Clock.length(metrics.silenceSeconds()));
    add("Both at once", Clock.length(metrics.overtalkSeconds()));
    add("Interruptions", perRole(metrics.interruptions()));
    add("Words a minute", perRole(metrics.wordsPerMinute()));
    Double confidence = metrics.meanConfidence();
    add(
        "Mean confidence",
        confidence == null ? null : String.format(Locale.ROOT, "%.0f %%", 100 * confidence));
  }

  private static String perRole(Map<String, ? extends Number> values) {
    List<String> parts = new ArrayList<>();
    values.forEach((role, value) -> parts.add(role + " " + Math.round(value.doubleValue())));
    return String.join(", ", parts);
  }

  static String layout(Layout layout) {
    return switch (layout) {
      case AGENT_LEFT -> "each on a channel of their own; agent left, customer right";
      case AGENT_RIGHT -> "each on a channel of their own; customer left, agent right";
      case MONO -> "both on one channel: who talks over whom cannot be measured";
      case FAKE_STEREO ->
          "two channels that carry the same mix: who talks over whom cannot be measured";
      case TRANSCRIPT -> "named by the transcript; there is no sound";
    };
  }

  private static @Nullable String redacted(CallRecord call) {
    int spans = call.redactions().size();
    return spans == 0 ? "nothing" : spans + (spans == 1 ? " span" : " spans") + ", muted";
  }
}
