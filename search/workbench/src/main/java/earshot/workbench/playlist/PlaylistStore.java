package earshot.workbench.playlist;

import earshot.workbench.account.SignedIn;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Playlists and their clips. Rows are added, never changed; the newest counts. Thread-safe. */
public final class PlaylistStore {
  private static final String REMOVED = "removed";
  private static final String PLAYLISTS =
      """
      select p.playlist_id, p.account_id, p.made_at, s.title, n.name from playlist p
      join playlist_state s on s.state_id =
        (select max(l.state_id) from playlist_state l where l.playlist_id = p.playlist_id)
      join account n on n.account_id = p.account_id
      where s.what <> 'removed'
      """;
  private static final String CLIPS =
      """
      select c.*, s.place, s.role, s.question, s.note from clip c
      join clip_state s on s.state_id =
        (select max(l.state_id) from clip_state l where l.clip_id = c.clip_id)
      where s.what <> 'removed'
      """;

  private final Database database;
  private final Clock clock;

  public PlaylistStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Makes the copy of a clip whose number is known now; when it fails nothing was added. */
  @FunctionalInterface
  interface Copier {
    void copy(long clip) throws IOException;
  }

  /** Makes an empty playlist; gives its number. */
  long make(SignedIn who, String title) {
    return database
        .jdbi()
        .inTransaction(
            h -> {
              long id =
                  h.createUpdate(
                          "insert into playlist (account_id, made_at) values (:account, :at)")
                      .bind("account", who.account().id())
                      .bind("at", now())
                      .executeAndReturnGeneratedKeys("playlist_id")
                      .mapTo(Long.class)
                      .one();
              state(h, who, id, "made", title);
              return id;
            });
  }

  void rename(SignedIn who, Playlist playlist, String title) {
    database.jdbi().useHandle(h -> state(h, who, playlist.id(), "renamed", title));
  }

  void remove(SignedIn who, Playlist playlist) {
    database.jdbi().useHandle(h -> state(h, who, playlist.id(), REMOVED, playlist.title()));
  }

  private void state(Handle h, SignedIn who, long playlist, String what, String title) {
    h.createUpdate(
            """
            insert into playlist_state (playlist_id, what, title, account_id, changed_at)
            values (:playlist, :what, :title, :account, :at)
            """)
        .bind("playlist", playlist)
        .bind("what", what)
        .bind("title", title)
        .bind("account", who.account().id())
        .bind("at", now())
        .execute();
  }

  /** Those that were not removed, the newest first. */
  List<Playlist> all() {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(PLAYLISTS + " order by p.playlist_id desc")
                    .map((r, context) -> playlist(r))
                    .list());
  }

  Optional<Playlist> find(long id) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(PLAYLISTS + " and p.playlist_id = :id")
                    .bind("id", id)
                    .map((r, context) -> playlist(r))
                    .findOne());
  }

  private static Playlist playlist(ResultSet r) throws SQLException {
    return new Playlist(
        r.getLong("playlist_id"),
        r.getString("title"),
        r.getLong("account_id"),
        r.getString("name"),
        r.getObject("made_at", OffsetDateTime.class).toInstant());
  }

  /**
   * Adds a clip behind the others; gives its number.
   *
   * @param clip its number and place are not looked at
   */
  long add(SignedIn who, Clip clip, Copier copier) throws IOException {
    return database
        .jdbi()
        .inTransaction(
            h -> {
              long id =
                  h.createUpdate(
                          """
                          insert into clip
                            (playlist_id, call_id, start_seconds, end_seconds, account_id, added_at)
                          values (:playlist, :call, :start, :end, :account, :at)
                          """)
                      .bind("playlist", clip.playlistId())
                      .bind("call", clip.callId())
                      .bind("start", clip.start())
                      .bind("end", clip.end())
                      .bind("account", who.account().id())
                      .bind("at", now())
                      .executeAndReturnGeneratedKeys("clip_id")
                      .mapTo(Long.class)
                      .one();
              int last = clips(h, clip.playlistId()).stream().mapToInt(Clip::place).max().orElse(0);
              state(h, who, id, "added", last + 1, clip.part(), clip.question(), clip.note());
              copier.copy(id);
              return id;
            });
  }

  void change(SignedIn who, Clip clip, Clip.Part part, String question, String note) {
    database
        .jdbi()
        .useHandle(h -> state(h, who, clip.id(), "changed", clip.place(), part, question, note));
  }

  void removeClip(SignedIn who, Clip clip) {
    database.jdbi().useHandle(h -> state(h, who, REMOVED, clip, clip.place()));
  }

  /** Lets two clips change places. */
  void swap(SignedIn who, Clip one, Clip other) {
    database
        .jdbi()
        .useTransaction(
            h -> {
              state(h, who, "moved", one, other.place());
              state(h, who, "moved", other, one.place());
            });
  }

  private void state(Handle h, SignedIn who, String what, Clip clip, int place) {
    state(h, who, clip.id(), what, place, clip.part(), clip.question(), clip.note());
  }

  private void state(
      Handle h,
      SignedIn who,
      long clip,
      String what,
      int place,
      Clip.Part part,
      String question,
      String note) {
    h.createUpdate(
            """
            insert into clip_state
              (clip_id, what, place, role, question, note, account_id, changed_at)
            values (:clip, :what, :place, :role, :question, :note, :account, :at)
            """)
        .bind("clip", clip)
        .bind("what", what)
        .bind("place", place)
        .bind("role", part.id())
        .bind("question", question)
        .bind("note", note)
        .bind("account", who.account().id())
        .bind("at", now())
        .execute();
  }

  /** The clips of a playlist in their order. */
  List<Clip> clips(long playlist) {
    return database.jdbi().withHandle(h -> clips(h, playlist));
  }

  private static List<Clip> clips(Handle h, long playlist) {
    return h.createQuery(CLIPS + " and c.playlist_id = :playlist order by s.place, c.clip_id")
        .bind("playlist", playlist)
        .map((r, context) -> clip(r))
        .list();
  }

  /** The titles of the lists with clips that hold a part of a span of a call; one a clip. */
  public List<String> lists(String callId, double start, double end) {
    List<Clip> clips =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            CLIPS
                                + " and c.call_id = :call and c.start_seconds < :end"
                                + " and c.end_seconds > :start order by c.clip_id")
                        .bind("call", callId)
                        .bind("start", start)
                        .bind("end", end)
                        .map((r, context) -> clip(r))
                        .list());
    return clips.stream()
        .map(clip -> find(clip.playlistId()))
        .flatMap(Optional::stream)
        .map(Playlist::title)
        .toList();
  }

  Optional<Clip> clip(long id) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(CLIPS + " and c.clip_id = :id")
                    .bind("id", id)
                    .map((r, context) -> clip(r))
                    .findOne());
  }

  private static Clip clip(ResultSet r) throws SQLException {
    return new Clip(
        r.getLong("clip_id"),
        r.getLong("playlist_id"),
        r.getString("call_id"),
        r.getDouble("start_seconds"),
        r.getDouble("end_seconds"),
        r.getInt("place"),
        Clip.Part.of(r.getString("role")),
        r.getString("question"),
        r.getString("note"));
  }

  /**
   * Something that was done.
   *
   * @param clip number of the clip; null where it concerns the playlist
   * @param subject title of the playlist, or part and question of the clip
   */
  record Entry(@Nullable Long clip, String what, String subject, String by, OffsetDateTime at) {}

  /** Everything that was done to a playlist and its clips, oldest first. */
  List<Entry> history(long playlist) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select e.*, n.name from (
                          select cast(null as bigint) as clip_id, what, title as subject,
                            account_id, changed_at
                          from playlist_state where playlist_id = :playlist
                          union all
                          select s.clip_id, s.what, s.role, s.account_id, s.changed_at
                          from clip_state s join clip c on c.clip_id = s.clip_id
                          where c.playlist_id = :playlist) e
                        join account n on n.account_id = e.account_id
                        order by e.changed_at, e.clip_id
                        """)
                    .bind("playlist", playlist)
                    .map(
                        (r, context) ->
                            new Entry(
                                r.getObject("clip_id", Long.class),
                                r.getString("what"),
                                r.getString("subject"),
                                r.getString("name"),
                                r.getObject("changed_at", OffsetDateTime.class)))
                    .list());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
