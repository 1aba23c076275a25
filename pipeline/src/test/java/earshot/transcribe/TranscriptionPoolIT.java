package earshot.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import earshot.call.Word;
import earshot.model.RecognitionModel;
import earshot.transcribe.vosk.FaultyWorkerMain;
import earshot.transcribe.vosk.FaultyWorkerMain.Fault;
import earshot.transcribe.vosk.TimeBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TranscriptionPoolIT {
  private static short[] speech;
  private static List<Word> words;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @BeforeAll
  static void decodeUndisturbed() throws Exception {
    speech = Arrays.copyOf(Samples.channel("c1021", 0), 20 * 8000);
    try (TranscriptionPool pool = faulty(PoolSettings.defaults())) {
      words = pool.recognize(Samples.speech("calm", speech));
    }
    assertThat(words).hasSizeGreaterThan(10);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static TranscriptionPool faulty(PoolSettings settings) throws Exception {
    return TranscriptionPool.open(Samples.model().folder(), settings, FaultyWorkerMain.command());
  }

  private static SpeechSource bad(Fault fault) {
    short[] samples = speech.clone();
    Arrays.fill(samples, 8000, 16_000, fault.marker);
    return Samples.speech("bad", samples);
  }

  private List<Future<List<Word>>> start(TranscriptionPool pool, List<SpeechSource> sources) {
    List<Future<List<Word>>> results = new ArrayList<>();
    for (SpeechSource source : sources) {
      Callable<List<Word>> task = () -> pool.recognize(source);
      results.add(threads.submit(task));
    }
    return results;
  }

  /** Decodes a bad recording among good ones; the good ones must not notice. */
  private TranscriptionException failureAmongOthers(Fault fault, PoolSettings settings)
      throws Exception {
    try (TranscriptionPool pool = faulty(settings)) {
      List<SpeechSource> sources = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sources.add(Samples.speech("good-" + i, speech));
      }
      sources.add(1, bad(fault));
      List<Future<List<Word>>> results = start(pool, sources);
      Future<List<Word>> failed = results.remove(1);
      for (Future<List<Word>> good : results) {
        assertThat(good.get()).isEqualTo(words);
      }
      return (TranscriptionException)
          catchThrowableOfType(ExecutionException.class, failed::get).getCause();
    }
  }

  @Test
  void whoeverBringsTheWorkerDownFailsAloneAfterTwoTries() throws Exception {
    TranscriptionException failure = failureAmongOthers(Fault.ABORT, PoolSettings.defaults());
    assertThat(failure.reason()).isEqualTo("worker_died");
    assertThat(failure.attempts()).isEqualTo(2);
    assertThat(failure).hasMessageContaining("bad");
  }

  @Test
  void whoeverHangsFailsAloneAfterTwoTries() throws Exception {
    TranscriptionException failure =
        failureAmongOthers(
            Fault.HANG,
            PoolSettings.defaults()
                .withBudget(new TimeBudget(Duration.ofMinutes(5), 10, Duration.ofSeconds(8))));
    assertThat(failure.reason()).isEqualTo("timeout");
    assertThat(failure.attempts()).isEqualTo(2);
  }

  @Test
  void whatTheRecognizerRefusesFails() throws Exception {
    TranscriptionException failure = failureAmongOthers(Fault.REFUSE, PoolSettings.defaults());
    assertThat(failure.reason()).isEqualTo("recognizer_failed");
    assertThat(failure).hasMessageContaining("refused on demand");
  }

  @Test
  void aWorkerKilledFromOutsideCostsNothing() throws Exception {
    try (TranscriptionPool pool = faulty(PoolSettings.defaults())) {
      long pid = pool.workerPids().get(0);
      short[] twice = Arrays.copyOf(speech, 2 * speech.length);
      System.arraycopy(speech, 0, twice, speech.length, speech.length);
      SpeechSource killsOnce =
          new SpeechSource() {
            private boolean killed;

            @Override
            public String recording() {
              return "killed";
            }

            @Override
            public int sampleRateHz() {
              return 8000;
            }

            @Override
            public void readTo(Sink sink) throws IOException {
              sink.samples(speech, speech.length / 2);
              if (!killed) {
                killed = true;
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
              }
              sink.samples(
                  Arrays.copyOfRange(speech, speech.length / 2, speech.length),
                  speech.length - speech.length / 2);
            }
          };
      assertThat(pool.recognize(List.of(killsOnce, Samples.speech("other", speech))))
          .containsExactly(words, words);
      assertThat(pool.workerPids()).doesNotContain(pid);
    }
  }

  @Test
  void workersAreReplacedWithoutLosingWork() throws Exception {
    PoolSettings settings = PoolSettings.defaults().withRecycleAfter(Duration.ofSeconds(30));
    try (TranscriptionPool pool = faulty(settings)) {
      long first = pool.workerPids().get(0);
      List<SpeechSource> sources = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        sources.add(Samples.speech("recording-" + i, speech));
      }
      for (Future<List<Word>> result : start(pool, sources)) {
        assertThat(result.get()).isEqualTo(words);
      }
      assertThat(pool.workerPids()).doesNotContain(first);
    }
  }

  @Test
  void aRecordingThatCannotBeReadIsNotTriedAgain() throws Exception {
    try (TranscriptionPool pool = faulty(PoolSettings.defaults())) {
      List<Integer> reads = new ArrayList<>();
      SpeechSource unreadable =
          new SpeechSource() {
            @Override
            public String recording() {
              return "unreadable";
            }

            @Override
            public int sampleRateHz() {
              return 8000;
            }

            @Override
            public void readTo(Sink sink) throws IOException {
              reads.add(1);
              sink.samples(speech, 4000);
              throw new IOException("the disk is gone");
            }
          };
      assertThatThrownBy(() -> pool.recognize(unreadable)).hasMessage("the disk is gone");
      assertThat(reads).hasSize(1);
      assertThat(pool.recognize(Samples.speech("next", speech))).isEqualTo(words);
    }
  }

  @Test
  void everybodySharesOnePoolUntilTheLastOneLeaves() throws Exception {
    PoolSettings settings = PoolSettings.defaults();
    TranscriptionPool first = TranscriptionPool.acquire(Samples.model(), settings);
    TranscriptionPool second = TranscriptionPool.acquire(Samples.model(), settings);
    ProcessHandle worker = ProcessHandle.of(first.workerPids().get(0)).orElseThrow();
    assertThat(second).isSameAs(first);
    first.close();
    assertThat(second.recognize(Samples.speech("still", speech))).isEqualTo(words);
    second.close();
    worker.onExit().get(30, TimeUnit.SECONDS);
  }

  @Test
  void aFolderThatIsNoModelSaysSoAtOnce() {
    RecognitionModel none =
        new RecognitionModel("none", Path.of("target", "no-such-model"), 8000, null);
    assertThatThrownBy(() -> TranscriptionPool.acquire(none, PoolSettings.defaults()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-model");
  }
}
