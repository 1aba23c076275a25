package earshot.workbench.call;

import earshot.call.CallRecord;
import earshot.call.Metadata;
import earshot.score.form.Form;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audio.AudioAnswer;
import earshot.workbench.audio.CallAudio;
import earshot.workbench.audio.NoRecordingException;
import earshot.workbench.audit.Audit;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.lookup.Withholding;
import earshot.workbench.lookup.Withholding.Withheld;
import earshot.workbench.web.Access;
import earshot.workbench.web.CallName;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of one call, its redacted sound and its waveform. */
public final class CallFeature implements Feature {
  private static final String CALL = "/api/v1/calls/{call_id}";

  private final Pages pages;
  private final CallLookup calls;
  private final CallAudio audios;
  private final Decisions decisions;
  private final Witness witness;
  private final Listening listening;
  private final CallViews views;
  private final CallReview.Desk desk;
  private final Withholding withholding;
  private final List<Trail> trails;

  /** A page to read: nobody reviews. */
  CallFeature(
      Pages pages,
      CallLookup calls,
      CallAudio audios,
      List<Form> forms,
      Decisions decisions,
      Witness witness) {
    this(
        pages,
        calls,
        audios,
        forms,
        decisions,
        witness,
        (who, call) -> CallReview.NONE,
        Withholding.NOTHING,
        List.of());
  }

  /**
   * @param desk tells what was said about a call and what somebody may do with it
   * @param withholding tells which scorecards somebody must not see yet
   * @param trails lists that calls are opened from; the first that knows the address counts
   */
  public CallFeature(
      Pages pages,
      CallLookup calls,
      CallAudio audios,
      List<Form> forms,
      Decisions decisions,
      Witness witness,
      CallReview.Desk desk,
      Withholding withholding,
      List<Trail> trails) {
    this.desk = desk;
    this.withholding = withholding;
    this.trails = List.copyOf(trails);
    this.pages = pages;
    this.calls = calls;
    this.audios = audios;
    this.decisions = decisions;
    this.witness = witness;
    this.listening = new Listening(witness);
    this.views = new CallViews(forms);
  }

  @Override
  public void register(Routes routes) {
    routes.get("/calls/{call_id}", Access.SIGNED_IN, this::page);
    routes.get(CALL + "/audio", Access.SIGNED_IN, this::audio);
    routes.get(CALL + "/peaks", Access.SIGNED_IN, this::peaks);
  }

  private CallRecord call(Context http, SignedIn who) throws IOException {
    return calls
        .findRecorded(http.pathParam("call_id"), who.scope())
        .orElseThrow(() -> new NotFoundResponse("no such call"));
  }

  private void page(Context http, SignedIn who) throws IOException {
    CallRecord call = call(http, who);
    witness.saw(who, Audit.Action.OPEN_CALL, call.callId());
    List<Withheld> withheld = withholding.from(who, call.callId());
    CallView view =
        views.of(
            Withholding.without(call, withheld),
            withheld,
            decisions.of(call.callId()),
            audios.problem(call),
            startAt(http.queryParam("t")),
            desk.of(who, call),
            place(http, who, call.callId()));
    pages.show(http, who, title(call), "call/call.jte", view);
  }

  /** Tells one tab from another: whose call, when, and which. */
  private static String title(CallRecord call) {
    Metadata metadata = call.metadata();
    String agent = metadata.agentName() == null ? metadata.agentId() : metadata.agentName();
    return (agent == null ? "" : agent + ", ")
        + Moment.of(metadata.startedAt()).text()
        + ", call "
        + CallName.of(call.callId());
  }

  private @Nullable Place place(Context http, SignedIn who, String callId) throws IOException {
    for (Trail trail : trails) {
      Optional<Place> place = trail.place(http, who, callId);
      if (place.isPresent()) {
        return place.get();
      }
    }
    return null;
  }

  private static @Nullable Double startAt(@Nullable String seconds) {
    if (seconds == null) {
      return null;
    }
    try {
      double at = Double.parseDouble(seconds);
      if (at >= 0 && at < Integer.MAX_VALUE) {
        return at;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new BadRequestResponse("t is a number of seconds, 0 or more");
  }

  private void audio(Context http, SignedIn who) throws IOException {
    CallRecord call = call(http, who);
    AudioAnswer answer;
    try {
      answer =
          AudioAnswer.to(
              audios.of(call),
              http.header("Range"),
              http.header("If-Range"),
              http.header("If-None-Match"));
    } catch (NoRecordingException e) {
      refuse(http, e);
      return;
    }
    listening.heard(who, call.callId(), System.nanoTime());
    http.status(answer.status());
    answer.headers().forEach(http::header);
    if (!http.method().equals(HandlerType.HEAD)) {
      answer.write(http.outputStream());
    }
  }

  private void peaks(Context http, SignedIn who) throws IOException {
    CallRecord call = call(http, who);
    try {
      http.json(audios.peaks(call));
    } catch (NoRecordingException e) {
      refuse(http, e);
    }
  }

  /** The sentence of this call instead of the general one. */
  private static void refuse(Context http, NoRecordingException e) {
    http.attribute("earshot.said", true);
    http.status(e.why().status());
    http.json(Map.of("error", String.valueOf(e.getMessage())));
  }
}
