package earshot.workbench.playlist;

import earshot.workbench.account.Role;
import earshot.workbench.account.Scope;
import earshot.workbench.account.SignedIn;
import earshot.workbench.web.Access;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who sees and who changes what. The row filter looks at each clip: one of a call outside of
 * somebody's scope is as absent as one that does not exist. A playlist is seen by those who see a
 * clip of it and by whoever made it; where the scope is everything, by all.
 */
final class PlaylistDesk {
  /** Those who make clips. */
  static final Access VISITORS =
      new Access(Arrays.stream(Role.values()).filter(Role::makesClips).collect(Collectors.toSet()));

  private final PlaylistStore store;
  private final ClipCopies copies;

  PlaylistDesk(PlaylistStore store, ClipCopies copies) {
    this.store = store;
    this.copies = copies;
  }

  /** A clip together with its copy. */
  record Shown(Clip clip, ClipCopy copy) {}

  /** The clips of a playlist that somebody may see, in their order. */
  List<Shown> clips(Playlist playlist, SignedIn who) throws IOException {
    List<Shown> shown = new ArrayList<>();
    for (Clip clip : store.clips(playlist.id())) {
      copies
          .words(clip)
          .filter(copy -> copy.in(who.scope()))
          .ifPresent(copy -> shown.add(new Shown(clip, copy)));
    }
    return shown;
  }

  /** The playlists that somebody may see, with their clips, the newest first. */
  List<Playlist> playlists(SignedIn who) throws IOException {
    List<Playlist> seen = new ArrayList<>();
    for (Playlist playlist : store.all()) {
      if (sees(playlist, who)) {
        seen.add(playlist);
      }
    }
    return seen;
  }

  private boolean sees(Playlist playlist, SignedIn who) throws IOException {
    return who.scope() instanceof Scope.All
        || owns(playlist, who)
        || !clips(playlist, who).isEmpty();
  }

  private static boolean owns(Playlist playlist, SignedIn who) {
    return playlist.ownerId() == who.account().id();
  }

  /** Supervisors change their own lists; others may hold clips that they do not see. */
  static boolean mayEdit(Playlist playlist, SignedIn who) {
    return who.scope() instanceof Scope.All || owns(playlist, who);
  }

  /** The playlist named in the path. */
  Playlist playlist(Context http, SignedIn who) throws IOException {
    return playlist(http.pathParam("playlist_id"), who);
  }

  Playlist playlist(String id, SignedIn who) throws IOException {
    Optional<Playlist> found = number(id).flatMap(store::find);
    if (found.isEmpty() || !sees(found.get(), who)) {
      throw new NotFoundResponse("no such playlist");
    }
    return found.get();
  }

  /** The same for somebody who wants to change it. */
  Playlist editable(String id, SignedIn who) throws IOException {
    Playlist playlist = playlist(id, who);
    if (!mayEdit(playlist, who)) {
      throw new ForbiddenResponse("somebody else's playlist");
    }
    return playlist;
  }

  /** The clip named in the path. */
  Shown clip(Context http, SignedIn who) throws IOException {
    Optional<Clip> found = number(http.pathParam("clip_id")).flatMap(store::clip);
    if (found.isPresent() && store.find(found.get().playlistId()).isPresent()) {
      Optional<ClipCopy> copy = copies.words(found.get());
      if (copy.isPresent() && copy.get().in(who.scope())) {
        return new Shown(found.get(), copy.get());
      }
    }
    throw new NotFoundResponse("no such clip");
  }

  private static Optional<Long> number(String id) {
    return id.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
  }
}
