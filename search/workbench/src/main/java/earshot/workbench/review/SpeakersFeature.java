package earshot.workbench.review;

import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who speaks in a call, said on its page: for all of it or for spans, and taken back. */
public final class SpeakersFeature implements Feature {
  private static final String CALL = "/calls/{call_id}";

  /** More turns than a call of an hour has. */
  private static final int MOST_SPANS = 1_000;

  private static final Map<String, Role> ROLES =
      Map.of("agent", Role.AGENT, "customer", Role.CUSTOMER, "announcement", Role.ANNOUNCEMENT);

  private final CallForms forms;
  private final RecordChanges changes;
  private final FollowUp followUp;
  private final Audit audit;

  public SpeakersFeature(
      Pages pages, CallLookup calls, RecordChanges changes, FollowUp followUp, Audit audit) {
    this.forms = new CallForms(pages, calls);
    this.changes = changes;
    this.followUp = followUp;
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes.post(CALL + "/channels", Typed.DECIDERS, this::channels);
    routes.post(CALL + "/speakers/exchange", Typed.DECIDERS, this::exchange);
    routes.post(CALL + "/speakers", Typed.DECIDERS, this::name);
    routes.post(CALL + "/speakers/withdraw", Typed.DECIDERS, this::withdraw);
  }

  private void channels(Context http, SignedIn who) throws IOException {
    CallRecord call = forms.call(http, who);
    Integer other = ChannelSwap.otherChannel(call);
    String wanted = Typed.text(http, "agent_channel");
    if (other == null || !wanted.equals(String.valueOf(other))) {
      nothing(http, who, call, "the agent is there, or has no channel alone");
    } else {
      ask(http, who, call, new Wanted.AgentOn(other), "agent on channel " + (other + 1));
    }
  }

  private void exchange(Context http, SignedIn who) throws IOException {
    CallRecord call = forms.call(http, who);
    boolean asked =
        changes.of(call.callId()).stream()
            .anyMatch(c -> c.waits() && c.wanted() instanceof Wanted.Exchange);
    if (asked) {
      nothing(http, who, call, "that is asked for already and waits for the data folder");
    } else if (WhoSpeaks.exchangeable(call)) {
      ask(http, who, call, new Wanted.Exchange(), "agent and customer exchanged");
    } else {
      nothing(http, who, call, "no agent and no customer of one channel are known here");
    }
  }

  private void name(Context http, SignedIn who) throws IOException {
    CallRecord call = forms.call(http, who);
    if (call.audio().layout() == Layout.TRANSCRIPT) {
      nothing(http, who, call, "the transcript names its speakers");
      return;
    }
    List<NamedSpan> spans = spans(http, call);
    List<Turn> turns = call.transcript().turns();
    List<Turn> named = turns;
    for (NamedSpan span : spans) {
      named = span.in(named);
    }
    if (named.equals(turns)) {
      nothing(http, who, call, "they are named so, or nobody speaks there");
    } else {
      String detail = "speakers of " + spans.size() + (spans.size() == 1 ? " span" : " spans");
      ask(http, who, call, new Wanted.Speakers(spans), detail);
    }
  }

  /** Fields of the same name, in order; each place is a span. */
  private static List<NamedSpan> spans(Context http, CallRecord call) {
    List<String> starts = http.formParams("start");
    List<String> ends = http.formParams("end");
    List<String> roles = http.formParams("role");
    List<String> channels = http.formParams("channel");
    int size = starts.size();
    boolean separated = call.audio().layout().separated();
    if (size == 0
        || size > MOST_SPANS
        || ends.size() != size
        || roles.size() != size
        || separated && channels.size() != size) {
      throw new BadRequestResponse("a span has a start, an end, a speaker, and a channel");
    }
    List<NamedSpan> spans = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double start = Typed.seconds("start", starts.get(i));
      double end = Typed.seconds("end", ends.get(i));
      Role role = ROLES.get(roles.get(i));
      if (end <= start || role == null) {
        throw new BadRequestResponse(
            "a span ends after it starts; agent, customer or announcement speaks in it");
      }
      int channel = separated ? Typed.channel(channels.get(i), call) : 0;
      spans.add(new NamedSpan(channel, start, end, role));
    }
    return spans;
  }

  private void withdraw(Context http, SignedIn who) throws IOException {
    CallRecord call = forms.call(http, who);
    String wanted = Typed.text(http, "change");
    List<Change> all = changes.of(call.callId());
    TakingBack takingBack = new TakingBack(call, all);
    for (Change change : all) {
      if (takingBack.works(change) && String.valueOf(change.id()).equals(wanted)) {
        ask(http, who, call, new Wanted.TakeBack(change.id()), "speakers taken back");
        return;
      }
    }
    nothing(http, who, call, "that was taken back, never said, or can only be changed anew");
  }

  private void nothing(Context http, SignedIn who, CallRecord call, String why) {
    forms.tell(who, "Nothing was changed: " + why);
    forms.back(http, call, "review");
  }

  private void ask(Context http, SignedIn who, CallRecord call, Wanted wanted, String detail) {
    audit.write(who, Audit.Action.DECIDE, call.callId(), detail);
    changes.ask(who, call.callId(), wanted, Typed.text(http, "comment"));
    followUp.askFor(call.callId());
    forms.tell(
        who,
        followUp.await(FollowUp.PATIENCE)
            ? "The speakers changed and the call was scored again"
            : "The speakers change, and the call is scored again, when the data folder is free");
    forms.back(http, call, "review");
  }
}
