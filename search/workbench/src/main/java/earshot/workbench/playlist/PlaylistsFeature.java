package earshot.workbench.playlist;

import earshot.workbench.account.Scope;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.review.Typed;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Question;
import earshot.workbench.web.Routes;
import earshot.workbench.web.Sentence;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Playlists: the list of them, the page of one, and what is done to a list as a whole. */
final class PlaylistsFeature implements Feature {
  private static final String ONE = "/playlists/{playlist_id}";

  private final Pages pages;
  private final PlaylistStore store;
  private final ClipCopies copies;
  private final PlaylistDesk desk;
  private final PlaylistViews views;
  private final ClipFinder finder;
  private final Audit audit;

  PlaylistsFeature(
      Pages pages,
      PlaylistStore store,
      ClipCopies copies,
      PlaylistDesk desk,
      PlaylistViews views,
      ClipFinder finder,
      Audit audit) {
    this.pages = pages;
    this.store = store;
    this.copies = copies;
    this.desk = desk;
    this.views = views;
    this.finder = finder;
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes.get("/playlists", PlaylistDesk.VISITORS, this::lists).nav("Playlists", "/playlists");
    routes.post("/playlists", PlaylistDesk.VISITORS, this::make);
    routes.get(ONE, PlaylistDesk.VISITORS, this::one).costs(Cost.SEARCH);
    routes.post(ONE + "/rename", PlaylistDesk.VISITORS, this::rename);
    routes.post(ONE + "/remove", PlaylistDesk.VISITORS, this::remove);
    routes.get(ONE + "/download", PlaylistDesk.VISITORS, this::download).costs(Cost.EXPORT);
  }

  private void lists(Context http, SignedIn who) throws IOException {
    List<PlaylistsView.Row> rows = new ArrayList<>();
    for (Playlist playlist : desk.playlists(who)) {
      rows.add(
          new PlaylistsView.Row(
              path(playlist.id()),
              playlist.title(),
              PlaylistViews.summary(desk.clips(playlist, who)),
              made(playlist)));
    }
    pages.show(http, who, "Playlists", "playlist/lists.jte", new PlaylistsView.Lists(rows));
  }

  static String path(long playlist) {
    return "/playlists/" + playlist;
  }

  private static Sentence made(Playlist playlist) {
    return Sentence.of("made by " + playlist.by() + " on ", Moment.of(playlist.madeAt()));
  }

  private void make(Context http, SignedIn who) {
    String title = title(http);
    audit.write(who, Audit.Action.DECIDE, null, "playlist made");
    http.redirect(path(store.make(who, title)));
  }

  /** The title typed. */
  static String title(Context http) {
    String title = Typed.text(http, "title");
    if (title.isEmpty() || title.length() > Playlist.LONGEST_TITLE) {
      throw new BadRequestResponse(
          "a playlist needs a title of at most " + Playlist.LONGEST_TITLE + " characters");
    }
    return title;
  }

  private void one(Context http, SignedIn who) throws IOException {
    Playlist playlist = desk.playlist(http, who);
    List<PlaylistDesk.Shown> shown = desk.clips(playlist, who);
    boolean mayEdit = PlaylistDesk.mayEdit(playlist, who);
    PlaylistsView.One view =
        new PlaylistsView.One(
            playlist.id(),
            path(playlist.id()),
            playlist.title(),
            made(playlist),
            PlaylistViews.summary(shown),
            mayEdit,
            views.clips(shown),
            history(playlist, shown, who),
            finder.of(playlist.id(), http.queryParam("question"), http.queryParam("q"), who));
    pages.show(http, who, playlist.title() + ", playlist", "playlist/one.jte", view);
  }

  /** What was done, without the clips that somebody does not see. */
  private List<Sentence> history(Playlist playlist, List<PlaylistDesk.Shown> shown, SignedIn who) {
    Set<Long> seen = shown.stream().map(s -> s.clip().id()).collect(Collectors.toSet());
    List<Sentence> lines = new ArrayList<>();
    for (PlaylistStore.Entry entry : store.history(playlist.id())) {
      Long clip = entry.clip();
      if (clip == null || seen.contains(clip) || who.scope() instanceof Scope.All) {
        String what =
            clip == null
                ? entry.what() + ": " + entry.subject()
                : "clip " + clip + " " + entry.what() + ", " + entry.subject();
        lines.add(Sentence.of(Moment.of(entry.at().toInstant()), ", " + entry.by() + ": " + what));
      }
    }
    return lines;
  }

  private void rename(Context http, SignedIn who) throws IOException {
    Playlist playlist = desk.editable(http.pathParam("playlist_id"), who);
    String title = title(http);
    audit.write(who, Audit.Action.DECIDE, null, "playlist " + playlist.id() + " renamed");
    store.rename(who, playlist, title);
    http.redirect(path(playlist.id()));
  }

  private void remove(Context http, SignedIn who) throws IOException {
    Playlist playlist = desk.editable(http.pathParam("playlist_id"), who);
    List<Clip> clips = store.clips(playlist.id());
    Question question = removal(playlist, clips, desk.clips(playlist, who).size());
    if (!question.answered(http)) {
      pages.ask(http, who, question);
      return;
    }
    audit.write(who, Audit.Action.DECIDE, null, "playlist " + playlist.id() + " removed");
    store.remove(who, playlist);
    for (Clip clip : clips) {
      copies.delete(clip.id(), clip.callId());
    }
    pages.tell(who, "The playlist is removed, and so are the copies its clips were");
    http.redirect("/playlists");
  }

  /**
   * @param seen how many of the clips are there for whoever is asked
   */
  private static Question removal(Playlist playlist, List<Clip> clips, int seen) {
    List<String> goes = new ArrayList<>();
    if (seen == 0) {
      goes.add("It holds no clips.");
    } else {
      goes.add(
          (seen == 1 ? "Its clip and the copy go" : "Its " + seen + " clips and their copies go")
              + ". A clip of a call that was erased since cannot be made again.");
    }
    goes.add("Who did what stays in the history. This cannot be taken back.");
    return new Question(
        "Remove the playlist \u201c" + playlist.title() + "\u201d?",
        goes,
        path(playlist.id()) + "/remove",
        Question.state(playlist.id(), playlist.title(), clips),
        "Remove it for good",
        path(playlist.id()));
  }

  private void download(Context http, SignedIn who) throws IOException {
    Playlist playlist = desk.playlist(http, who);
    List<PlaylistDesk.Shown> shown = desk.clips(playlist, who);
    List<PlaylistsView.ClipView> clips = views.clips(shown);
    List<PlaylistZip.Item> items = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      items.add(new PlaylistZip.Item(clips.get(i), copies.sound(shown.get(i).clip())));
    }
    audit.write(
        who,
        Audit.Action.EXPORT,
        null,
        "playlist " + playlist.id() + ", " + clips.size() + " clips");
    http.contentType("application/zip");
    http.header(
        "Content-Disposition", "attachment; filename=\"playlist-" + playlist.id() + ".zip\"");
    PlaylistZip.write(
        http.outputStream(),
        playlist.title(),
        PlaylistViews.summary(shown),
        made(playlist),
        items,
        view -> pages.text("playlist/download.jte", view));
  }
}
