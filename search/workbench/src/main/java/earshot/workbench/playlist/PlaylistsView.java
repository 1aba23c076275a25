package earshot.workbench.playlist;

import earshot.workbench.web.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages about playlists show. */
public final class PlaylistsView {
  private PlaylistsView() {}

  /** The page with all playlists. */
  public record Lists(List<Row> rows) {
    public Lists {
      rows = List.copyOf(rows);
    }
  }

  /** A playlist in the list of them. */
  public record Row(String path, String title, String clips, Sentence made) {}

  /**
   * One playlist.
   *
   * @param mayEdit whether the person may change it
   * @param summary how many clips, of which kind, how long
   * @param history what was done, oldest first
   */
  public record One(
      long id,
      String path,
      String title,
      Sentence made,
      String summary,
      boolean mayEdit,
      List<ClipView> clips,
      List<Sentence> history,
      Finder finder) {
    public One {
      clips = List.copyOf(clips);
      history = List.copyOf(history);
    }
  }

  /**
   * A clip.
   *
   * @param number in the list, from 1
   * @param part id of the part; {@code partName} is for people
   * @param question id; empty for none, and then so is {@code questionText}
   * @param call path of the call's page at the clip's start; null once the call was erased
   * @param from who and when
   * @param span of the call
   * @param audio where the sound is; null where there is none
   */
  public record ClipView(
      long id,
      int number,
      String part,
      String partName,
      String question,
      String questionText,
      String callId,
      @Nullable String call,
      Sentence from,
      String span,
      String length,
      @Nullable String audio,
      String language,
      List<Line> lines,
      String note,
      boolean first,
      boolean last) {
    public ClipView {
      lines = List.copyOf(lines);
    }
  }

  /** What one party said; the clock counts from the start of the clip. */
  public record Line(String role, String name, String clock, String text) {}

  /**
   * The search for more clips on the page of a playlist.
   *
   * @param question chosen; empty for none
   * @param query typed; empty for none
   * @param problem why nothing was searched; empty when it was
   * @param audible the same search for calls with sound; empty where it asks for those already
   */
  public record Finder(
      List<Group> questions,
      String question,
      String query,
      String problem,
      String audible,
      List<Finds> finds) {
    public Finder {
      questions = List.copyOf(questions);
      finds = List.copyOf(finds);
    }
  }

  /** The questions of a form. */
  public record Group(String form, List<Choice> choices) {
    public Group {
      choices = List.copyOf(choices);
    }
  }

  /** A question to choose. */
  public record Choice(String id, String text) {}

  /** Calls that were found for one purpose. */
  public record Finds(String title, long total, List<Found> rows) {
    public Finds {
      rows = List.copyOf(rows);
    }

    /** How many of those that are shown have no sound. */
    public long silent() {
      return rows.stream().filter(found -> !found.sound()).count();
    }
  }

  /**
   * A moment that may become a clip.
   *
   * @param role who says it; empty where it is something that was not said
   * @param sound whether the call has any
   * @param add path of the page that adds it
   */
  public record Found(
      String callId,
      String call,
      Sentence from,
      String clock,
      String role,
      String text,
      boolean sound,
      String add,
      String addLabel) {}

  /**
   * The page that adds a clip.
   *
   * @param audio of the whole call; null where there is none
   * @param silence why there is none, as a sentence; null where there is
   * @param others where moments of calls with sound are found
   * @param lists the person may add to, as id and title
   */
  public record NewClip(
      String callId,
      String call,
      Sentence from,
      @Nullable String audio,
      @Nullable String silence,
      String others,
      String start,
      String end,
      String part,
      String question,
      String playlist,
      List<Choice> lists,
      List<Group> questions,
      String language,
      List<Turn> turns) {
    public NewClip {
      lists = List.copyOf(lists);
      questions = List.copyOf(questions);
      turns = List.copyOf(turns);
    }
  }

  /** A turn of the call; times as seconds and for people. */
  public record Turn(
      String role, String name, String clock, String start, String end, String text) {}

  /**
   * The page inside a ZIP.
   *
   * @param summary as on the page
   */
  public record Download(String title, String summary, Sentence made, List<Packed> clips) {
    public Download {
      clips = List.copyOf(clips);
    }
  }

  /**
   * A clip in a ZIP.
   *
   * @param file its sound, relative to the page; null where there is none
   */
  public record Packed(ClipView clip, @Nullable String file) {}
}
