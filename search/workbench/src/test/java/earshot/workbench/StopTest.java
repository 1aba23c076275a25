package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server stops, whoever is connected. */
@Timeout(120)
class StopTest {
  @TempDir Path root;

  /** Else index and database would stay open, and the next start find them locked. */
  @Test
  void aRequestWithoutAnEndHoldsUpNoStop() throws Exception {
    try (WorkbenchFixture fixture = WorkbenchFixture.withCalls(root)) {
      CountDownLatch begun = new CountDownLatch(15); // the server has read some of them by then
      Thread slow = new Thread(() -> aByteNowAndThen(fixture, begun));
      slow.start();
      begun.await();
      long start = System.nanoTime();
      fixture.restart(() -> {});
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
      slow.join();
      assertThat(fixture.signedIn(Role.REVIEWER).get("/?q=refund").statusCode()).isEqualTo(200);
    }
  }

  /** Never idle for as long as the server gives to others, until it is cut off. */
  private static void aByteNowAndThen(WorkbenchFixture fixture, CountDownLatch begun) {
    try (RawHttp http = RawHttp.to(fixture.workbench.server().port(), Duration.ofSeconds(60))) {
      http.send("POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n");
      while (true) {
        http.send("x");
        begun.countDown();
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    } catch (IOException e) {
      assertThat(begun.getCount()).isZero();
    }
  }
}
