package earshot.workbench.playlist;

import earshot.call.CallRecord;
import earshot.call.Role;
import earshot.data.DataFolder;
import earshot.score.form.Form;
import earshot.score.form.Question;
import earshot.workbench.review.Typed;
import earshot.workbench.web.Links;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Sentence;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what the pages show of clips. Thread-safe. */
final class PlaylistViews {
  private final DataFolder folder;
  private final ClipCopies copies;
  private final List<PlaylistsView.Group> questions;
  private final Map<String, String> texts = new LinkedHashMap<>();

  PlaylistViews(DataFolder folder, ClipCopies copies, List<Form> forms) {
    this.folder = folder;
    this.copies = copies;
    List<PlaylistsView.Group> groups = new ArrayList<>();
    for (Form form : forms) {
      List<PlaylistsView.Choice> choices = new ArrayList<>();
      for (Question question : form.questions()) {
        choices.add(new PlaylistsView.Choice(question.id(), question.text()));
        texts.put(question.id(), question.text());
      }
      groups.add(new PlaylistsView.Group(form.title(), choices));
    }
    this.questions = List.copyOf(groups);
  }

  /** Questions to choose from, by form. */
  List<PlaylistsView.Group> questions() {
    return questions;
  }

  /** Whether there is such a question. */
  boolean known(String question) {
    return texts.containsKey(question);
  }

  String text(String question) {
    return texts.getOrDefault(question, question);
  }

  List<PlaylistsView.ClipView> clips(List<PlaylistDesk.Shown> shown) {
    List<PlaylistsView.ClipView> views = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      views.add(clip(shown.get(i), i, shown.size()));
    }
    return views;
  }

  private PlaylistsView.ClipView clip(PlaylistDesk.Shown shown, int at, int of) {
    Clip clip = shown.clip();
    ClipCopy copy = shown.copy();
    String question = clip.question();
    return new PlaylistsView.ClipView(
        clip.id(),
        at + 1,
        clip.part().id(),
        name(clip.part()),
        question,
        question.isEmpty() ? "" : text(question),
        clip.callId(),
        call(clip, copy),
        from(copy.agentName(), copy.agentId(), copy.team(), LocalDate.parse(copy.localDate())),
        Typed.clock(clip.start()) + " to " + Typed.clock(clip.end()),
        length(copy.seconds()),
        copies.sound(clip).isPresent() ? "/api/v1/clips/" + clip.id() + "/audio" : null,
        copy.language(),
        copy.said().stream().map(PlaylistViews::line).toList(),
        clip.note(),
        at == 0,
        at == of - 1);
  }

  /** The record's file tells whether the call is still there, without reading it. */
  private @Nullable String call(Clip clip, ClipCopy copy) {
    boolean there =
        Files.isRegularFile(folder.callFile(LocalDate.parse(copy.localDate()), clip.callId()));
    return there ? Links.call(clip.callId(), clip.start()) : null;
  }

  private static PlaylistsView.Line line(ClipCopy.Said said) {
    return new PlaylistsView.Line(said.role(), role(said.role()), clock(said.at()), said.text());
  }

  static String name(Clip.Part part) {
    return switch (part) {
      case GOOD -> "Good";
      case CONTRAST -> "Contrast";
    };
  }

  /** A role as people read it. */
  static String role(String id) {
    return id.equals(Role.UNKNOWN.id())
        ? "Speaker"
        : id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }

  static Sentence from(CallRecord call) {
    return from(
        call.metadata().agentName(),
        call.metadata().agentId(),
        call.metadata().team(),
        call.localDate());
  }

  /** Who and when, as far as it is known. */
  static Sentence from(
      @Nullable String name, @Nullable String id, @Nullable String team, LocalDate date) {
    return Sentence.joined(
        " · ",
        Stream.of(name == null ? id : name, team, Moment.of(date))
            .filter(Objects::nonNull)
            .toList());
  }

  /** Minutes and whole seconds. */
  static String clock(double seconds) {
    long whole = (long) seconds;
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  static String length(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** How many of what, and how long together. */
  static String summary(List<PlaylistDesk.Shown> shown) {
    long good = shown.stream().filter(s -> s.clip().part() == Clip.Part.GOOD).count();
    double seconds = shown.stream().mapToDouble(s -> s.copy().seconds()).sum();
    return shown.isEmpty()
        ? "No clips yet"
        : shown.size()
            + (shown.size() == 1 ? " clip: " : " clips: ")
            + good
            + " good, "
            + (shown.size() - good)
            + " contrast, "
            + clock(seconds)
            + " min";
  }
}
