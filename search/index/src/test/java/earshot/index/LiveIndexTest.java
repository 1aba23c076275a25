package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.query.Query;
import earshot.query.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveIndexTest {
  @TempDir Path data;

  @Test
  void anIndexThatIsMadeLaterIsFoundThen() throws Exception {
    try (LiveIndex live = new LiveIndex(index())) {
      assertThatThrownBy(live::searcher).isInstanceOf(NoIndexException.class);
      write("c1");
      assertThat(calls(live)).isEqualTo(1);
    }
  }

  @Test
  void aCommitIsSeenByTheNextRequestWhileTheWriterStaysOpen() throws Exception {
    try (CallIndexWriter writer = CallIndexWriter.open(index());
        LiveIndex live = new LiveIndex(index())) {
      for (int i = 1; i <= 5; i++) {
        writer.put(SampleCalls.call("c" + i, "hello"), "1");
        assertThat(calls(live)).isEqualTo(i - 1);
        writer.commit();
        assertThat(calls(live)).isEqualTo(i);
      }
    }
  }

  @Test
  void aRequestSeesOneStateToItsEnd() throws Exception {
    write("c1");
    try (LiveIndex live = new LiveIndex(index());
        CallSearcher before = live.searcher()) {
      try (CallIndexWriter writer = CallIndexWriter.open(index())) {
        writer.clear();
        assertThat(calls(live)).isZero();
      }
      assertThat(before.search(SearchRequest.of(QueryParser.parse("hello"))).hits()).hasSize(1);
    }
  }

  @Test
  void anIndexThatIsDeletedAndMadeAgainIsOpenedAgain() throws Exception {
    write("c1");
    try (LiveIndex live = new LiveIndex(index())) {
      assertThat(calls(live)).isEqualTo(1);
      delete();
      assertThatThrownBy(live::searcher).isInstanceOf(NoIndexException.class);
      write("c2");
      try (CallSearcher searcher = live.searcher()) {
        assertThat(searcher.stamps()).containsOnlyKeys("c2");
      }
      delete();
      write("c3");
      try (CallSearcher searcher = live.searcher()) {
        assertThat(searcher.stamps()).containsOnlyKeys("c3");
      }
    }
  }

  @Test
  void whatAnotherProcessCommitsIsVisibleWithinTwoSeconds() throws Exception {
    write("c1");
    try (LiveIndex live = new LiveIndex(index())) {
      assertThat(calls(live)).isEqualTo(1);
      Process writer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  LiveIndexTest.class.getName(),
                  index().toString())
              .redirectErrorStream(true)
              .start();
      assertThat(new String(writer.getInputStream().readAllBytes())).contains("committed");
      assertThat(writer.waitFor()).isZero();
      assertThat(calls(live)).isEqualTo(2);
    }
  }

  /** The other process. */
  public static void main(String[] args) throws IOException {
    try (CallIndexWriter writer = CallIndexWriter.open(Path.of(args[0]))) {
      writer.put(SampleCalls.call("other", "hello"), "1");
      writer.commit();
      System.out.println("committed");
    }
  }

  @Test
  void manyMaySearchWhileCallsAreWrittenAndTheIndexIsEmptied() throws Exception {
    write("c0");
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (LiveIndex live = new LiveIndex(index());
        CallIndexWriter writer = CallIndexWriter.open(index())) {
      CountDownLatch written = new CountDownLatch(1);
      Query hello = QueryParser.parse("hello");
      Callable<Integer> searches =
          () -> {
            int count = 0;
            while (written.getCount() > 0) {
              try (CallSearcher searcher = live.searcher()) {
                SearchResult result = searcher.search(SearchRequest.of(hello).page(0, 200));
                assertThat(result.total()).isEqualTo(searcher.calls());
                assertThat(result.hits()).hasSize((int) result.total());
              }
              count++;
            }
            return count;
          };
      List<Future<Integer>> results =
          Stream.of(1, 2, 3).map(i -> threads.submit(searches)).toList();
      for (int i = 1; i <= 100; i++) {
        writer.put(SampleCalls.call("c" + i, "hello"), "1");
        if (i % 5 == 0) {
          writer.commit();
        }
        if (i == 50) {
          writer.clear();
        }
      }
      written.countDown();
      for (Future<Integer> result : results) {
        assertThat(
                result.get(
                    Duration.ofMinutes(1).toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
            .isPositive();
      }
      assertThat(calls(live)).isEqualTo(50);
    } finally {
      threads.shutdownNow();
    }
  }

  private Path index() {
    return data.resolve("index");
  }

  private static int calls(LiveIndex live) throws IOException {
    try (CallSearcher searcher = live.searcher()) {
      return searcher.calls();
    }
  }

  private void write(String callId) throws IOException {
    try (CallIndexWriter writer = CallIndexWriter.open(index())) {
      writer.put(SampleCalls.call(callId, "hello"), "1");
      writer.commit();
    }
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(index())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
