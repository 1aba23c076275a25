package earshot.workbench.playlist;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Evidence;
import earshot.call.Searched;
import earshot.index.NoIndexException;
import earshot.index.SearchException;
import earshot.index.SearchHit;
import earshot.index.SearchResult;
import earshot.index.TurnMatch;
import earshot.query.Condition;
import earshot.query.Query;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.SignedIn;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.web.Links;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds moments for clips: where a question was answered YES or NO, or what a query matches. */
final class ClipFinder {
  private static final int SHOWN = 8;

  /** Calls of transcripts alone have no recording. */
  static final String AUDIBLE = "NOT layout:transcript";

  /** Sound around what was found, so that it can be understood. */
  private static final double LEAD_SECONDS = 3;

  private static final double TAIL_SECONDS = 2;

  /** Of a stretch that was searched in vain so much is proposed. */
  private static final double MOST_SEARCHED_SECONDS = 30;

  private final LiveSearch search;
  private final CallLookup calls;
  private final PlaylistViews views;

  ClipFinder(LiveSearch search, CallLookup calls, PlaylistViews views) {
    this.search = search;
    this.calls = calls;
    this.views = views;
  }

  /**
   * What the page of a playlist shows of the search.
   *
   * @param question id; null or empty for none
   * @param typed query; null or empty for none
   */
  PlaylistsView.Finder of(
      long playlist, @Nullable String question, @Nullable String typed, SignedIn who)
      throws IOException {
    String asked = question != null && views.known(question) ? question : "";
    String query = typed == null ? "" : typed.strip();
    List<PlaylistsView.Finds> finds = new ArrayList<>();
    String problem = "";
    try {
      if (!asked.isEmpty()) {
        finds.add(answered(playlist, asked, AnswerValue.YES, query, who));
        finds.add(answered(playlist, asked, AnswerValue.NO, query, who));
      } else if (!query.isEmpty()) {
        finds.add(matching(playlist, query, who));
      }
    } catch (QuerySyntaxException e) {
      problem = e.sentences();
    } catch (SearchException | NoIndexException e) {
      problem = String.valueOf(e.getMessage());
    }
    return new PlaylistsView.Finder(
        views.questions(), asked, query, problem, audible(playlist, asked, query), finds);
  }

  /** Moments of calls with sound alone. */
  static String audible(long playlist, String question, String query) {
    return query.contains(AUDIBLE)
        ? ""
        : PlaylistsFeature.path(playlist)
            + "?question="
            + Links.value(question)
            + "&q="
            + Links.value(query.isEmpty() ? AUDIBLE : "(" + query + ") " + AUDIBLE)
            + "#find";
  }

  private PlaylistsView.Finds answered(
      long playlist, String question, AnswerValue value, String query, SignedIn who)
      throws IOException, QuerySyntaxException {
    Query filter = new Query.Filter("answer." + question, new Condition.Is(value.name()));
    SearchResult found =
        search.search(
            query.isEmpty() ? filter : new Query.And(List.of(search.parse(query), filter)),
            who.account(),
            SHOWN);
    Clip.Part part = value == AnswerValue.YES ? Clip.Part.GOOD : Clip.Part.CONTRAST;
    List<PlaylistsView.Found> rows = new ArrayList<>();
    for (SearchHit hit : found.hits()) {
      Optional<CallRecord> call = calls.find(hit.callId(), who.scope());
      if (call.isPresent()) {
        answer(call.get(), question, value)
            .map(a -> moment(call.get(), a))
            .map(m -> row(playlist, call.get(), m, question, part))
            .ifPresent(rows::add);
      }
    }
    String title = PlaylistViews.name(part) + ": answered " + value;
    return new PlaylistsView.Finds(title, found.total(), rows);
  }

  private static Optional<Answer> answer(CallRecord call, String question, AnswerValue value) {
    return call.scorecards().stream()
        .flatMap(card -> card.answers().stream())
        .filter(a -> a.question().equals(question) && a.answer() == value)
        .findFirst();
  }

  /**
   * A span of a call, what is said in it, and by whom; nobody where it was not said.
   *
   * @param quoted whether these are some words of a turn
   */
  private record Moment(double start, double end, String role, String text, boolean quoted) {
    Moment(double start, double end, String role, String text) {
      this(start, end, role, text, false);
    }
  }

  private static Moment moment(CallRecord call, Answer answer) {
    if (!answer.evidence().isEmpty()) {
      Evidence first = answer.evidence().get(0);
      return new Moment(first.start(), first.end(), first.role().id(), first.quote(), true);
    }
    Searched searched = answer.searched();
    double from = searched == null ? 0 : searched.from();
    double to = searched == null ? call.audio().seconds() : searched.to();
    return new Moment(from, Math.min(to, from + MOST_SEARCHED_SECONDS), "", answer.reason());
  }

  private PlaylistsView.Finds matching(long playlist, String query, SignedIn who)
      throws IOException, QuerySyntaxException {
    SearchResult found = search.search(search.parse(query), who.account(), SHOWN);
    List<PlaylistsView.Found> rows = new ArrayList<>();
    for (SearchHit hit : found.hits()) {
      Optional<CallRecord> call = calls.find(hit.callId(), who.scope());
      if (call.isPresent()) {
        rows.add(row(playlist, call.get(), moment(call.get(), hit), "", Clip.Part.GOOD));
      }
    }
    return new PlaylistsView.Finds("Calls that match", found.total(), rows);
  }

  private static Moment moment(CallRecord call, SearchHit hit) {
    if (hit.matches().isEmpty()) {
      double end = Math.min(call.audio().seconds(), MOST_SEARCHED_SECONDS);
      return new Moment(0, end, "", "The call matches as a whole.");
    }
    TurnMatch first = hit.matches().get(0);
    // The words as they may be shown now: the index may not have followed a redaction yet.
    String text =
        ClipCopy.of(call, first.start(), first.end()).said().stream()
            .filter(s -> s.role().equals(first.role().id()))
            .map(ClipCopy.Said::text)
            .collect(Collectors.joining(" "));
    return new Moment(first.start(), first.end(), first.role().id(), text);
  }

  private static PlaylistsView.Found row(
      long playlist, CallRecord call, Moment moment, String question, Clip.Part part) {
    double start = Math.max(0, moment.start() - LEAD_SECONDS);
    double end =
        Math.min(
            Math.min(call.audio().seconds(), moment.end() + TAIL_SECONDS),
            start + ClipsFeature.LONGEST_SECONDS);
    return new PlaylistsView.Found(
        call.callId(),
        Links.call(call.callId(), start),
        PlaylistViews.from(call),
        PlaylistViews.clock(moment.start()),
        moment.role(),
        moment.text(),
        call.audio().channels() > 0,
        add(call.callId(), start, moment.quoted() ? moment.end() : end, question, part)
            + (moment.quoted() ? ClipsFeature.WHOLE_TURN : "")
            + "&playlist="
            + playlist,
        "Add as " + PlaylistViews.name(part).toLowerCase(Locale.ROOT));
  }

  /** The page that adds a clip, filled in. */
  private static String add(
      String callId, double start, double end, String question, Clip.Part part) {
    return String.format(
        Locale.ROOT,
        "/clips/new?call_id=%s&start=%.2f&end=%.2f&question=%s&part=%s",
        Links.value(callId),
        start,
        end,
        Links.value(question),
        part.id());
  }
}
