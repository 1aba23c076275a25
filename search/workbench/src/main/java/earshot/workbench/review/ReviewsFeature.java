package earshot.workbench.review;

import earshot.call.CallRecord;
import earshot.index.NoIndexException;
import earshot.index.SearchException;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Paging;
import earshot.workbench.web.Routes;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queue of calls to review: samples that are fair to agents, and calls at risk. */
public final class ReviewsFeature implements Feature {
  static final int RISKY_SHOWN = 50;
  static final String OFFSET = "offset";
  private static final int SAMPLES_SHOWN = 20;
  private static final int MOST_QUOTA = 50;
  private static final int LONGEST_FILTER = 2_000;

  private final Pages pages;
  private final ReviewQueue queue;
  private final CallLookup calls;
  private final ReviewNotes notes;
  private final Audit audit;

  public ReviewsFeature(
      Pages pages, LiveSearch search, CallLookup calls, ReviewNotes notes, Audit audit) {
    this.pages = pages;
    this.queue = new ReviewQueue(search);
    this.calls = calls;
    this.notes = notes;
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/reviews", Typed.DECIDERS, this::page)
        .costs(Cost.SEARCH)
        .nav("Reviews", "/reviews");
    routes.post("/reviews/samples", Typed.DECIDERS, this::draw).costs(Cost.SEARCH);
  }

  private void page(Context http, SignedIn who) throws IOException {
    String given = http.queryParam("q");
    String query = given == null ? "" : given.strip();
    String problem = "";
    Map<String, String> reviewers = notes.reviewers();
    ReviewQueue.Risky risky = ReviewQueue.Risky.NONE;
    try {
      risky =
          queue.risky(
              queue.parse(query), who.account(), reviewers.keySet(), offset(http), RISKY_SHOWN);
    } catch (QuerySyntaxException e) {
      problem = e.sentences();
    } catch (SearchException | NoIndexException e) {
      problem = String.valueOf(e.getMessage());
    }
    ReviewNotes.@Nullable Sample sample = sample(http.queryParam("sample"));
    ReviewsView view =
        new ReviewsView(
            query,
            problem,
            note(risky, query),
            sample == null ? "" : sample.line() + ", drawn by " + sample.by(),
            sample == null ? List.of() : drawn(sample, who, reviewers),
            atRisk(query, risky),
            Paging.of(
                risky.risky(), risky.offset(), RISKY_SHOWN, at -> ReviewTrail.page(query, at)),
            notes.samples().stream()
                .filter(s -> mayOpen(s, who))
                .limit(SAMPLES_SHOWN)
                .map(s -> new ReviewsView.Link("/reviews?sample=" + s.id(), s.line()))
                .toList());
    pages.show(http, who, title(sample, query, risky), "review/reviews.jte", view);
  }

  /** Begins on a page: what people type is moved to the beginning of the one that it is on. */
  private static int offset(Context http) {
    String given = http.queryParam(OFFSET);
    int offset = given != null && given.matches("\\d{1,7}") ? Integer.parseInt(given) : 0;
    return offset / RISKY_SHOWN * RISKY_SHOWN;
  }

  private static String title(
      ReviewNotes.@Nullable Sample sample, String query, ReviewQueue.Risky risky) {
    if (sample != null) {
      return "Sample " + sample.id() + ", reviews";
    }
    int page = risky.offset() / RISKY_SHOWN + 1;
    return "Reviews" + (query.isEmpty() ? "" : ": " + query) + (page == 1 ? "" : ", page " + page);
  }

  /** What the list was chosen from: without a number nobody knows whether the end was reached. */
  private static String note(ReviewQueue.Risky risky, String query) {
    String from =
        risky.looked()
            + (risky.looked() == 1 ? " call" : " calls")
            + (query.isEmpty() ? "" : " that match");
    String which =
        risky.risky() <= RISKY_SHOWN
            ? ""
            : (risky.offset() + 1) + " to " + (risky.offset() + risky.calls().size()) + " of the ";
    return which + risky.risky() + " at risk among " + from;
  }

  private ReviewNotes.@Nullable Sample sample(@Nullable String id) {
    if (id == null) {
      return null;
    }
    if (!id.matches("\\d{1,15}")) {
      throw new NotFoundResponse("no such sample");
    }
    return notes
        .sample(Long.parseLong(id))
        .orElseThrow(() -> new NotFoundResponse("no such sample"));
  }

  /** A filter may name what only its author should know of; so samples stay with their team. */
  static boolean mayOpen(ReviewNotes.Sample sample, SignedIn who) {
    return sample.by().equals(who.account().name())
        || who.role() != earshot.workbench.account.Role.SUPERVISOR;
  }

  private List<ReviewsView.Line> drawn(
      ReviewNotes.Sample sample, SignedIn who, Map<String, String> reviewers) throws IOException {
    if (!mayOpen(sample, who)) {
      throw new NotFoundResponse("no such sample");
    }
    List<ReviewsView.Line> lines = new ArrayList<>();
    for (ReviewNotes.Drawn call : notes.drawn(sample.id())) {
      Optional<CallRecord> record = calls.findRecorded(call.callId(), who.scope());
      if (record.isPresent()) {
        lines.add(
            new ReviewsView.Line(
                call.callId(),
                Links.with(Links.call(call.callId()), ReviewTrail.sample(sample.id())),
                Moment.of(record.get().metadata().startedAt()),
                call.agent(),
                "",
                reviewers.getOrDefault(call.callId(), "")));
      }
    }
    return lines;
  }

  /** Nobody has reviewed these. */
  private static List<ReviewsView.Line> atRisk(String query, ReviewQueue.Risky risky) {
    List<ReviewsView.Line> lines = new ArrayList<>();
    for (ReviewQueue.Call call : risky.calls()) {
      String trail = ReviewTrail.risk(query, risky.offset() + lines.size() + 1);
      lines.add(
          new ReviewsView.Line(
              call.callId(),
              Links.with(Links.call(call.callId()), trail),
              call.started(),
              call.agent(),
              String.join("; ", call.risk().reasons()),
              ""));
    }
    return lines;
  }

  private void draw(Context http, SignedIn who) throws IOException {
    String seed = Typed.text(http, "seed");
    String quota = Typed.text(http, "quota");
    String filter = Typed.text(http, "filter");
    if (!seed.matches("-?\\d{1,15}")
        || !quota.matches("[1-9]\\d?")
        || Integer.parseInt(quota) > MOST_QUOTA
        || filter.length() > LONGEST_FILTER) {
      throw new BadRequestResponse("a seed is a whole number, a quota 1 to " + MOST_QUOTA);
    }
    FairSample sample = new FairSample(Long.parseLong(seed), Integer.parseInt(quota));
    ReviewQueue.Drawing drawn;
    try {
      drawn = queue.draw(queue.parse(filter), who.account(), sample);
    } catch (QuerySyntaxException | SearchException | NoIndexException e) {
      pages.tell(who, "Nothing was drawn: " + e.getMessage());
      http.redirect("/reviews");
      return;
    }
    audit.write(who, Audit.Action.DECIDE, null, "sample with seed " + seed);
    long id =
        notes.keep(who, sample.seed(), sample.quota(), filter, drawn.candidates(), drawn.calls());
    http.redirect("/reviews?sample=" + id);
  }
}
