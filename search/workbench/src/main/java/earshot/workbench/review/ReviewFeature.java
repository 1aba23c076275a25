package earshot.workbench.review;

import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.call.AnswerText;
import earshot.workbench.call.Trail;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.web.Access;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Question;
import earshot.workbench.web.Routes;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done on the page of a call: answers, comments, finishing, redaction. */
public final class ReviewFeature implements Feature {
  private static final String CALL = "/calls/{call_id}";

  private static final Access COMMENTERS =
      Access.of(Role.REVIEWER, Role.SUPERVISOR, Role.TRAINER, Role.ADMIN);

  private final Pages pages;
  private final CallForms forms;
  private final DecisionStore decisions;
  private final ReviewNotes notes;
  private final RecordChanges changes;
  private final FollowUp followUp;
  private final Clips clips;
  private final Audit audit;

  /** Clips of calls, as far as a redaction reaches them. */
  @FunctionalInterface
  public interface Clips {
    /** The titles of the lists with clips that hold a part of the span, in seconds; one a clip. */
    List<String> lists(String callId, double start, double end);
  }

  public ReviewFeature(
      Pages pages,
      CallLookup calls,
      DecisionStore decisions,
      ReviewNotes notes,
      RecordChanges changes,
      FollowUp followUp,
      Clips clips,
      Audit audit) {
    this.pages = pages;
    this.clips = clips;
    this.forms = new CallForms(pages, calls);
    this.decisions = decisions;
    this.notes = notes;
    this.changes = changes;
    this.followUp = followUp;
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes.post(CALL + "/answers", Typed.DECIDERS, this::answer);
    routes.post(CALL + "/answers/withdraw", Typed.DECIDERS, this::withdraw);
    routes.post(CALL + "/comments", COMMENTERS, this::comment);
    routes.post(CALL + "/finish", Typed.DECIDERS, this::finish);
    routes.post(CALL + "/redactions", Typed.DECIDERS, this::redact);
  }

  private void answer(Context http, SignedIn who) throws IOException {
    CallRecord call = forms.call(http, who);
    AnswerValue value = value(Typed.text(http, "answer"));
    String form = Typed.text(http, "form");
    String question = Typed.text(http, "question");
    String comment = Typed.text(http, "comment");
    AnswerValue machine = machine(call, form, question);
    if (comment.isEmpty() && value != machine) {
      forms.tell(who, "Nothing was changed: an answer other than the machine's needs a comment");
    } else {
      audit.write(who, Audit.Action.DECIDE, call.callId(), form + "/" + question + " " + value);
      decisions.decide(who, call, form, question, value, comment);
      forms.tell(who, (value == machine ? "Accepted " : "Changed to ") + AnswerText.of(value));
    }
    forms.back(http, call, "answer-" + form + "-" + question);
  }

  private void withdraw(Context http, SignedIn who) throws IOException {
    CallRecord call = forms.call(http, who);
    String form = Typed.text(http, "form");
    String question = Typed.text(http, "question");
    machine(call, form, question);
    boolean decided =
        decisions.of(call.callId()).stream()
            .filter(d -> d.form().equals(form) && d.question().equals(question))
            .reduce((first, second) -> second)
            .map(d -> d.to() != null)
            .orElse(false);
    if (decided) {
      audit.write(who, Audit.Action.DECIDE, call.callId(), form + "/" + question + " taken back");
      decisions.decide(who, call, form, question, null, Typed.text(http, "comment"));
      forms.tell(who, "Taken back: the machine's answer holds again");
    } else {
      forms.tell(who, "There was nothing to take back");
    }
    forms.back(http, call, "answer-" + form + "-" + question);
  }

  private static AnswerValue machine(CallRecord call, String form, String question) {
    return call.scorecards().stream()
        .filter(c -> c.form().equals(form))
        .flatMap(c -> c.answers().stream())
        .filter(a -> a.question().equals(question))
        .findFirst()
        .orElseThrow(() -> new BadRequestResponse("no such question"))
        .answer();
  }

  /** An answer as typed. */
  private static AnswerValue value(String text) {
    try {
      return AnswerValue.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse("an answer is YES, NO, NA or UNKNOWN");
    }
  }

  private void comment(Context http, SignedIn who) throws IOException {
    CallRecord call = forms.call(http, who);
    Span span = Span.typed(http, call);
    String text = Typed.text(http, "comment");
    if (text.isEmpty()) {
      throw new BadRequestResponse("a comment needs words");
    }
    audit.write(who, Audit.Action.DECIDE, call.callId(), "comment");
    notes.comment(who, call.callId(), span.start(), span.end(), text);
    forms.tell(who, "Comment saved");
    forms.back(http, call, "review");
  }

  private void finish(Context http, SignedIn who) throws IOException {
    CallRecord call = forms.call(http, who);
    audit.write(who, Audit.Action.DECIDE, call.callId(), "review finished");
    notes.finish(who, call.callId());
    forms.tell(who, "Review finished");
    forms.back(http, call, "review");
  }

  private void redact(Context http, SignedIn who) throws IOException {
    CallRecord call = forms.call(http, who);
    Span span = Span.typed(http, call);
    Integer channel = channel(Typed.text(http, "channel"), call);
    SpanRedaction redaction = new SpanRedaction(channel, span.start(), span.end());
    Question question = question(http, call, redaction);
    if (!question.answered(http)) {
      pages.ask(http, who, question);
      return;
    }
    audit.write(
        who,
        Audit.Action.DECIDE,
        call.callId(),
        "redact " + Typed.clock(span.start()) + " to " + Typed.clock(span.end()));
    changes.ask(who, call.callId(), new Wanted.Redact(redaction), Typed.text(http, "comment"));
    followUp.askFor(call.callId());
    boolean done = followUp.await(FollowUp.PATIENCE);
    forms.tell(
        who,
        "Redacted: words and sound of that span are gone from here on"
            + (done ? "" : "; record, index and tables follow when the data folder is free"));
    forms.back(http, call, "review");
  }

  private Question question(Context http, CallRecord call, SpanRedaction redaction)
      throws IOException {
    Map<String, String> fields = new HashMap<>();
    for (String field : List.of("start", "end", "channel", "comment")) {
      fields.put(field, Typed.text(http, field));
    }
    return new RedactionQuestion(call, redaction)
        .of(
            fields,
            notes.comments(call.callId()),
            clips.lists(call.callId(), redaction.start(), redaction.end()),
            Trail.form(http, call.callId(), "redactions"),
            Trail.page(http, call.callId()) + "#review");
  }

  private static @Nullable Integer channel(String text, CallRecord call) {
    return text.isEmpty() || text.equals("all") ? null : Integer.valueOf(Typed.channel(text, call));
  }

  /** A span inside a call, in seconds. */
  private record Span(double start, double end) {
    static Span typed(Context http, CallRecord call) {
      double start = Typed.seconds(http, "start");
      double end = Math.min(Typed.seconds(http, "end"), Math.max(call.audio().seconds(), start));
      if (end <= start) {
        throw new BadRequestResponse("a span ends after it starts, inside of the call");
      }
      return new Span(start, end);
    }
  }
}
