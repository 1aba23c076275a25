package earshot.workbench.calibration;

import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.score.form.Form;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audio.CallAudio;
import earshot.workbench.audit.Audit;
import earshot.workbench.calibration.CalibrationSet.Given;
import earshot.workbench.call.CallViews;
import earshot.workbench.review.Typed;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of a calibration set: to hear and to answer about, without seeing any answer. */
final class SheetFeature implements Feature {
  private static final String SHEET = SetAccess.ONE + "/calls/{place}";

  private final Pages pages;
  private final CallAudio audios;
  private final CalibrationStore store;
  private final SetAccess sets;
  private final List<Form> forms;
  private final CallViews views;
  private final Audit audit;

  SheetFeature(
      Pages pages,
      CallAudio audios,
      CalibrationStore store,
      SetAccess sets,
      List<Form> forms,
      Audit audit) {
    this.pages = pages;
    this.audios = audios;
    this.store = store;
    this.sets = sets;
    this.forms = List.copyOf(forms);
    this.views = new CallViews(forms);
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes.get(SHEET, Typed.DECIDERS, this::sheet);
    routes.post(SHEET, Typed.DECIDERS, this::answer);
  }

  private Form form(CalibrationSet set) {
    return forms.stream()
        .filter(f -> f.id().equals(set.form()))
        .findFirst()
        .orElseThrow(() -> new NotFoundResponse("the form of this set is there no more"));
  }

  private CallRecord call(CalibrationSet set, int place, SignedIn who) throws IOException {
    return sets.call(set, place, who).orElseThrow(() -> new NotFoundResponse("no such call"));
  }

  private void sheet(Context http, SignedIn who) throws IOException {
    CalibrationSet set = sets.set(http, who);
    int place = SetAccess.place(http, set);
    CallRecord call = call(set, place, who);
    audit.write(who, Audit.Action.OPEN_CALL, call.callId(), "calibration");
    Map<String, String> mine = new HashMap<>();
    for (Given given : store.answers(set.id())) {
      if (given.place() == place && given.by().equals(who.account().name())) {
        mine.put(given.question(), given.answer());
      }
    }
    pages.show(
        http,
        who,
        "Call " + call.callId() + ", " + set.title(),
        "calibration/sheet.jte",
        new CalibrationView.Sheet(
            set.title(),
            "call %d of %d".formatted(place + 1, set.calls().size()),
            set.sheet(place),
            set.path(),
            views.unjudged(call, audios.problem(call)),
            set.asks(who),
            sets.next(set, place, who) != null,
            parts(set, mine)));
  }

  private List<CalibrationView.Part> parts(CalibrationSet set, Map<String, String> mine) {
    return form(set).sections().stream()
        .map(
            section ->
                new CalibrationView.Part(
                    section.title(),
                    section.questions().stream()
                        .map(
                            q ->
                                new CalibrationView.Asked(
                                    q.id(), q.text(), q.help(), mine.getOrDefault(q.id(), "")))
                        .toList()))
        .toList();
  }

  private void answer(Context http, SignedIn who) throws IOException {
    CalibrationSet set = sets.set(http, who);
    int place = SetAccess.place(http, set);
    call(set, place, who);
    if (!set.asks(who)) {
      pages.tell(who, "Nothing was saved: the set is closed, or you were not asked");
      http.redirect(set.path());
      return;
    }
    Map<String, String> answers = new LinkedHashMap<>();
    form(set)
        .questions()
        .forEach(
            question -> {
              String value = Typed.text(http, "answer." + question.id());
              if (!value.isEmpty()) {
                answers.put(question.id(), valid(value));
              }
            });
    store.answer(who, set.id(), place, answers);
    pages.tell(who, answers.size() + " answers saved");
    @Nullable String next = sets.next(set, place, who);
    http.redirect(next == null ? set.path() : next);
  }

  private static String valid(String value) {
    if (Arrays.stream(AnswerValue.values()).noneMatch(known -> known.name().equals(value))) {
      throw new BadRequestResponse("an answer is YES, NO, NA or UNKNOWN");
    }
    return value;
  }
}
