package earshot.workbench.web;

import earshot.workbench.account.Due;
import earshot.workbench.account.SignedIn;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Renders templates of {@code src/main/jte}. Every template takes {@code page} for the frame and
 * {@code view}, a record made for it. Thread-safe.
 */
public final class Pages {
  private static final int MOST_MESSAGES = 10;

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Map<String, List<String>> messages = new ConcurrentHashMap<>();
  private final Navigation navigation;

  Pages(Navigation navigation) {
    this.navigation = navigation;
  }

  /** Answers with a page for somebody who is signed in. */
  public void show(Context http, SignedIn who, String title, String template, Object view) {
    List<String> told = messages.remove(who.session());
    show(
        http,
        new Page(
            title,
            who,
            who.csrfToken(),
            who.due() != Due.NOTHING ? List.of() : navigation.of(who, http.path()),
            told == null ? List.of() : told),
        template,
        view);
  }

  /** Asks before something is done that cannot be taken back; 409 where it was asked before. */
  public void ask(Context http, SignedIn who, Question question) {
    Question asked = question.asked(http);
    http.status(asked.again() ? 409 : 200);
    show(http, who, asked.title(), "question.jte", asked);
  }

  /** Answers with a page for somebody who is not. */
  public void showUnknown(
      Context http, String csrfToken, String title, String template, Object view) {
    show(http, new Page(title, null, csrfToken, List.of(), List.of()), template, view);
  }

  void show(Context http, @Nullable SignedIn who, String template, ErrorView view) {
    if (who == null) {
      showUnknown(http, "", view.heading(), template, view);
    } else {
      show(http, who, view.heading(), template, view);
    }
  }

  /** A page without frame and session, to be sent as a file. */
  public String text(String template, Object view) {
    StringOutput out = new StringOutput();
    engine.render(template, Map.of("view", view), out);
    return out.toString();
  }

  private void show(Context http, Page page, String template, Object view) {
    StringOutput out = new StringOutput();
    engine.render(template, Map.of("page", page, "view", view), out);
    http.result(out.toString()).contentType("text/html; charset=utf-8");
  }

  /** Says something at the top of the next page this session sees: "Saved", after a redirect. */
  public void tell(SignedIn who, String message) {
    messages.compute(
        who.session(),
        (session, before) -> {
          List<String> all = new ArrayList<>(before == null ? List.of() : before);
          all.add(message);
          return List.copyOf(all.subList(Math.max(0, all.size() - MOST_MESSAGES), all.size()));
        });
  }

  /** Forgets what was not shown yet; at sign-out. */
  public void forget(String session) {
    messages.remove(session);
  }
}
