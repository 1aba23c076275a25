package earshot.workbench.web;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What is left of a body that was refused for its size is read and dropped before the refusal is
 * sent. Browsers listen only after they have sent everything; were the connection closed before,
 * they would say that the server went away. No thread waits meanwhile, and whoever sends too much
 * even for this is cut off.
 */
final class TooLarge extends Handler.Wrapper {
  /** How much more is read, bytes. */
  private static final long PATIENCE = 16L * 1024 * 1024;

  TooLarge(Handler handler) {
    super(handler);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(new LeftOpen(request), response, callback);
  }

  /**
   * Answers the request of an error, which shows no body, when the body has come to its end, or is
   * not worth waiting for.
   */
  static void answerAfterBody(Request request, Callback callback, Runnable answer) {
    new Rest(Request.unWrap(request), callback, answer).run();
  }

  /** Jetty would give up a body before it asks for the page of an error. */
  private static final class LeftOpen extends Request.Wrapper {
    LeftOpen(Request request) {
      super(request);
    }

    @Override
    public boolean consumeAvailable() {
      return false;
    }
  }

  private static final class Rest implements Runnable {
    private final Request request;
    private final Callback callback;
    private final Runnable answer;
    private long dropped;

    Rest(Request request, Callback callback, Runnable answer) {
      this.request = request;
      this.callback = callback;
      this.answer = answer;
    }

    @Override
    public void run() {
      boolean last = false;
      while (!last && dropped < PATIENCE) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          callback.failed(chunk.getFailure());
          return;
        }
        dropped += chunk.remaining();
        last = chunk.isLast();
        chunk.release();
      }
      answer.run();
    }
  }
}
