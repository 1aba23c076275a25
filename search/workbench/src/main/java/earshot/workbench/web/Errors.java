package earshot.workbench.web;

import earshot.workbench.account.SignedIn;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failures into pages or JSON without a word about how the program works. */
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final int FRAMES = 12;

  private final Pages pages;
  private final Guard guard;

  Errors(Pages pages, Guard guard) {
    this.pages = pages;
    this.guard = guard;
  }

  void register(RoutesConfig routes) {
    routes.exception(
        HttpResponseException.class,
        (e, http) -> {
          answer(http, e.getStatus());
        });
    routes.exception(
        TooMuchException.class,
        (e, http) -> {
          http.header("Retry-After", String.valueOf(e.seconds()));
          answer(http, 429, tooMuch(e.seconds(), RequestId.of(http)));
        });
    routes.exception(
        WrongParameterException.class,
        (e, http) ->
            answer(
                http,
                400,
                Map.of(
                    "error",
                    String.valueOf(e.getMessage()),
                    "parameter",
                    e.parameter(),
                    "hint",
                    e.hint(),
                    "request_id",
                    RequestId.of(http)),
                new ErrorView(
                    "That cannot be read", e.getMessage() + ". " + e.hint(), RequestId.of(http))));
    routes.exception(StalePageException.class, (e, http) -> answer(http, 419));
    routes.exception(
        EofException.class,
        (e, http) -> {
          // Nobody hears the answer: players do so when somebody goes to another second.
          LOG.debug("request={} the browser went away", RequestId.of(http));
          http.status(400);
        });
    routes.exception(
        Exception.class,
        (e, http) -> {
          LOG.error(
              "request={} failed: {} at {}", RequestId.of(http), e.getClass().getName(), where(e));
          answer(http, 500);
        });
    routes.error(404, http -> answerUnlessSaid(http, 404));
    routes.error(405, http -> answerUnlessSaid(http, 405));
    routes.error(413, http -> answerUnlessSaid(http, 413));
  }

  /** The place, without the message: that may quote what was said in a call. */
  private static String where(Throwable e) {
    StringBuilder frames = new StringBuilder();
    StackTraceElement[] trace = e.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
      frames.append(i == 0 ? "" : " < ").append(trace[i]);
    }
    Throwable cause = e.getCause();
    return cause == null
        ? frames.toString()
        : frames + "; caused by " + cause.getClass().getName() + " at " + where(cause);
  }

  private void answerUnlessSaid(Context http, int status) {
    if (http.attribute("earshot.said") == null) {
      answer(http, status);
    }
  }

  private void answer(Context http, int status) {
    answer(http, status, view(status, RequestId.of(http)));
  }

  private void answer(Context http, int status, ErrorView view) {
    Map<String, String> json =
        Map.of("error", view.heading(), "advice", view.advice(), "request_id", view.requestId());
    answer(http, status, json, view);
  }

  private void answer(Context http, int status, Map<String, String> json, ErrorView view) {
    http.attribute("earshot.said", true);
    http.status(status);
    if (Paths.api(http.path()) || http.path().equals("/metrics")) {
      http.json(json);
    } else {
      pages.show(http, who(http), "error.jte", view);
    }
  }

  /** For the frame of the page; the database that tells may be what failed. */
  private @Nullable SignedIn who(Context http) {
    try {
      return guard.signedIn(http).orElse(null);
    } catch (RuntimeException e) {
      LOG.error("request={} session unknown: {}", RequestId.of(http), e.getClass().getName());
      return null;
    }
  }

  private static ErrorView tooMuch(long seconds, String requestId) {
    return new ErrorView(
        "Too much at once",
        "Your account asked for more than one person may in a minute. Wait "
            + seconds
            + " s, then try again. If it was not you, end the other sessions of your account.",
        requestId);
  }

  private static ErrorView view(int status, String requestId) {
    return switch (status) {
      case 400 -> new ErrorView("That cannot be read", "Check what was typed in.", requestId);
      case 401 -> new ErrorView("Not signed in", "Sign in at /login first.", requestId);
      case 403 -> new ErrorView("Not for this role", "An admin can change your role.", requestId);
      case 404 ->
          new ErrorView(
              "Not found",
              "There is no such page or call, or it is outside of what you may see.",
              requestId);
      case 405 -> new ErrorView("Not that way", "This page cannot be used so.", requestId);
      case 413 -> new ErrorView("Too large", "Send less at once.", requestId);
      case 416 -> new ErrorView("No such part", "The recording is shorter.", requestId);
      case 419 ->
          new ErrorView(
              "This page is too old",
              "Nothing was changed. Go back, load the page again, and repeat it.",
              requestId);
      case 429 -> new ErrorView("Too often", "Wait a minute.", requestId);
      default ->
          new ErrorView(
              "Something went wrong",
              "It is written to the log with the number below. Try again.",
              requestId);
    };
  }
}
