package earshot.workbench.playlist;

import earshot.call.CallRecord;
import earshot.call.Turn;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audio.AudioAnswer;
import earshot.workbench.audio.ClipAudio;
import earshot.workbench.audit.Audit;
import earshot.workbench.call.Listening;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.review.Typed;
import earshot.workbench.web.CallName;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Question;
import earshot.workbench.web.Routes;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clips: the page that adds one, its sound, and what is done to it. */
final class ClipsFeature implements Feature {
  /** Longest clip: more is no example, and a copy is made in memory. */
  static final double LONGEST_SECONDS = 180;

  /** Added to the address that makes a clip of a quote: to the end of the turn it is from. */
  static final String WHOLE_TURN = "&whole=true";

  /** A turn that goes on for longer is not added. */
  private static final double MOST_ADDED_SECONDS = 20;

  private static final double TAIL_SECONDS = 1;

  private static final String ONE = "/clips/{clip_id}";
  private static final String NEW_LIST = "new";

  /** Of the words of a clip, before it is removed. */
  private static final int LINES_SHOWN = 5;

  private final Pages pages;
  private final CallLookup calls;
  private final PlaylistStore store;
  private final ClipCopies copies;
  private final PlaylistDesk desk;
  private final PlaylistViews views;
  private final Audit audit;
  private final Listening listening;

  ClipsFeature(
      Pages pages,
      CallLookup calls,
      PlaylistStore store,
      ClipCopies copies,
      PlaylistDesk desk,
      PlaylistViews views,
      Audit audit) {
    this.pages = pages;
    this.calls = calls;
    this.store = store;
    this.copies = copies;
    this.desk = desk;
    this.views = views;
    this.audit = audit;
    this.listening =
        new Listening((who, action, callId) -> audit.write(who, action, callId, "clip"));
  }

  @Override
  public void register(Routes routes) {
    routes.get("/clips/new", PlaylistDesk.VISITORS, this::form);
    routes.post("/clips", PlaylistDesk.VISITORS, this::add).costs(Cost.EXPORT);
    routes.get("/api/v1" + ONE + "/audio", PlaylistDesk.VISITORS, this::audio);
    routes.post(ONE + "/change", PlaylistDesk.VISITORS, this::change);
    routes.post(ONE + "/move", PlaylistDesk.VISITORS, this::move);
    routes.post(ONE + "/remove", PlaylistDesk.VISITORS, this::remove);
  }

  private CallRecord call(@Nullable String callId, SignedIn who) throws IOException {
    if (callId == null || callId.isBlank()) {
      throw new BadRequestResponse("call_id is missing");
    }
    return calls.find(callId, who.scope()).orElseThrow(() -> new NotFoundResponse("no such call"));
  }

  private void form(Context http, SignedIn who) throws IOException {
    CallRecord call = call(http.queryParam("call_id"), who);
    audit.write(who, Audit.Action.OPEN_CALL, call.callId(), "for a clip");
    double seconds = call.audio().seconds();
    double start = Math.min(number(http, "start", 0), seconds);
    double end = Math.min(end(http, call, start), seconds);
    String question = http.queryParamAsClass("question", String.class).getOrDefault("");
    String silence = copies.silence(call);
    PlaylistsView.NewClip view =
        new PlaylistsView.NewClip(
            call.callId(),
            Links.call(call.callId(), start),
            PlaylistViews.from(call),
            silence == null ? "/api/v1" + Links.call(call.callId()) + "/audio" : null,
            silence,
            others(http, question),
            Typed.clock(start),
            Typed.clock(end),
            Clip.Part.of(http.queryParamAsClass("part", String.class).getOrDefault("")).id(),
            views.known(question) ? question : "",
            http.queryParamAsClass("playlist", String.class).getOrDefault(""),
            lists(who),
            views.questions(),
            call.metadata().language(),
            call.transcript().turns().stream().map(ClipsFeature::turn).toList());
    String title = "Add a clip of " + CallName.of(call.callId());
    pages.show(http, who, title, "playlist/new-clip.jte", view);
  }

  /** Some words alone break off: with {@link #WHOLE_TURN} the clip goes on to where they end. */
  private static double end(Context http, CallRecord call, double start) {
    double asked = number(http, "end", start + 10);
    if (!"true".equals(http.queryParam("whole"))) {
      return asked;
    }
    double turn =
        call.transcript().turns().stream()
            .filter(
                t -> t.start() < asked && t.end() >= asked && t.end() <= asked + MOST_ADDED_SECONDS)
            .mapToDouble(Turn::end)
            .max()
            .orElse(asked);
    return Math.min(turn + TAIL_SECONDS, start + LONGEST_SECONDS);
  }

  /** Back to the finder of the playlist that the page is for; without one, to the search. */
  private static String others(Context http, String question) {
    String playlist = http.queryParam("playlist");
    return playlist != null && playlist.matches("[1-9]\\d{0,17}")
        ? ClipFinder.audible(Long.parseLong(playlist), question, "")
        : "/?q=" + Links.value(ClipFinder.AUDIBLE);
  }

  private List<PlaylistsView.Choice> lists(SignedIn who) throws IOException {
    return desk.playlists(who).stream()
        .filter(p -> PlaylistDesk.mayEdit(p, who))
        .map(p -> new PlaylistsView.Choice(String.valueOf(p.id()), p.title()))
        .toList();
  }

  private static PlaylistsView.Turn turn(Turn turn) {
    return new PlaylistsView.Turn(
        turn.role().id(),
        PlaylistViews.role(turn.role().id()),
        PlaylistViews.clock(turn.start()),
        String.format(Locale.ROOT, "%.1f", turn.start()),
        String.format(Locale.ROOT, "%.1f", turn.end()),
        turn.text());
  }

  private static double number(Context http, String name, double otherwise) {
    String given = http.queryParam(name);
    if (given == null) {
      return otherwise;
    }
    if (!given.matches("\\d{1,6}(\\.\\d{1,6})?")) {
      throw new BadRequestResponse(name + " is a number of seconds, 0 or more");
    }
    return Double.parseDouble(given);
  }

  private void add(Context http, SignedIn who) throws IOException {
    CallRecord call = call(http.formParam("call_id"), who);
    double start = Typed.seconds(http, "start");
    double end = Math.min(Typed.seconds(http, "end"), call.audio().seconds());
    if (end <= start || end - start > LONGEST_SECONDS) {
      throw new BadRequestResponse(
          "a clip ends after it starts, inside of the call, and is at most "
              + (int) LONGEST_SECONDS
              + " s long");
    }
    Clip.Part part = part(http);
    String question = question(http);
    String note = Typed.text(http, "note");
    long playlist = target(http, who);
    audit.write(
        who,
        Audit.Action.DECIDE,
        call.callId(),
        "clip " + Typed.clock(start) + " to " + Typed.clock(end) + " into playlist " + playlist);
    Clip clip = new Clip(0, playlist, call.callId(), start, end, 0, part, question, note);
    long id = store.add(who, clip, number -> copies.make(number, call.callId(), start, end));
    pages.tell(who, "The clip is in the playlist; its redacted copy is made");
    http.redirect(PlaylistsFeature.path(playlist) + "#clip-" + id);
  }

  /** The playlist chosen, or a new one. */
  private long target(Context http, SignedIn who) throws IOException {
    String chosen = Typed.text(http, "playlist");
    if (chosen.equals(NEW_LIST)) {
      return store.make(who, PlaylistsFeature.title(http));
    }
    return desk.editable(chosen, who).id();
  }

  private static Clip.Part part(Context http) {
    String part = Typed.text(http, "part");
    for (Clip.Part known : Clip.Part.values()) {
      if (known.id().equals(part)) {
        return known;
      }
    }
    throw new BadRequestResponse("part is good or contrast");
  }

  private String question(Context http) {
    String question = Typed.text(http, "question");
    if (!question.isEmpty() && !views.known(question)) {
      throw new BadRequestResponse("there is no question " + question);
    }
    return question;
  }

  private void audio(Context http, SignedIn who) throws IOException {
    PlaylistDesk.Shown shown = desk.clip(http, who);
    Path sound =
        copies.sound(shown.clip()).orElseThrow(() -> new NotFoundResponse("a clip without sound"));
    AudioAnswer answer =
        AudioAnswer.to(
            ClipAudio.of(sound),
            http.header("Range"),
            http.header("If-Range"),
            http.header("If-None-Match"));
    listening.heard(who, shown.clip().callId(), System.nanoTime());
    http.status(answer.status());
    answer.headers().forEach(http::header);
    if (!http.method().equals(HandlerType.HEAD)) {
      answer.write(http.outputStream());
    }
  }

  private void change(Context http, SignedIn who) throws IOException {
    Clip clip = editable(http, who);
    Clip.Part part = part(http);
    String question = question(http);
    String note = Typed.text(http, "note");
    audit.write(who, Audit.Action.DECIDE, clip.callId(), "clip " + clip.id() + " changed");
    store.change(who, clip, part, question, note);
    back(http, clip);
  }

  private void move(Context http, SignedIn who) throws IOException {
    Clip clip = editable(http, who);
    String to = Typed.text(http, "to");
    if (!to.equals("up") && !to.equals("down")) {
      throw new BadRequestResponse("a clip moves up or down");
    }
    Playlist playlist = desk.playlist(String.valueOf(clip.playlistId()), who);
    List<Clip> clips = desk.clips(playlist, who).stream().map(PlaylistDesk.Shown::clip).toList();
    int at = clips.indexOf(clip);
    int other = to.equals("up") ? at - 1 : at + 1;
    if (at >= 0 && other >= 0 && other < clips.size()) {
      audit.write(who, Audit.Action.DECIDE, clip.callId(), "clip " + clip.id() + " moved " + to);
      store.swap(who, clip, clips.get(other));
    }
    back(http, clip);
  }

  private void remove(Context http, SignedIn who) throws IOException {
    Clip clip = editable(http, who);
    Question question = removal(clip, desk.clip(http, who).copy());
    if (!question.answered(http)) {
      pages.ask(http, who, question);
      return;
    }
    audit.write(who, Audit.Action.DECIDE, clip.callId(), "clip " + clip.id() + " removed");
    store.removeClip(who, clip);
    copies.delete(clip.id(), clip.callId());
    pages.tell(who, "The clip is removed, and so is its copy");
    http.redirect(PlaylistsFeature.path(clip.playlistId()));
  }

  private static Question removal(Clip clip, ClipCopy copy) {
    return new Question(
        "Remove this clip?",
        List.of(
            "Its sound, its words and its note go from the playlist. If the call is still there, the"
                + " clip can be made again from it.",
            "This cannot be taken back."),
        copy.said().stream()
            .limit(LINES_SHOWN)
            .map(
                said ->
                    new Question.Line(
                        PlaylistViews.clock(said.at()) + " " + said.role(), said.text()))
            .toList(),
        "/clips/" + clip.id() + "/remove",
        Map.of(),
        Question.state(clip),
        "Remove it for good",
        "Keep",
        PlaylistsFeature.path(clip.playlistId()) + "#clip-" + clip.id(),
        false);
  }

  private Clip editable(Context http, SignedIn who) throws IOException {
    Clip clip = desk.clip(http, who).clip();
    desk.editable(String.valueOf(clip.playlistId()), who);
    return clip;
  }

  private static void back(Context http, Clip clip) {
    http.redirect(PlaylistsFeature.path(clip.playlistId()) + "#clip-" + clip.id());
  }
}
