package earshot.benchmark;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.evaluate.WordAlignment;
import earshot.evaluate.WordErrors;
import earshot.model.RecognitionModel;
import earshot.transcribe.ChannelSpeech;
import earshot.transcribe.SpeechSource;
import earshot.transcribe.Transcriber;
import earshot.transcribe.Transcription;
import earshot.transcribe.TranscriptionPool;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Word errors against labels, and what leaving out silence does to the times of words. */
final class Accuracy {
  private final List<LabelledCall> calls;
  private final RecognitionModel model;
  private final TranscriptionPool pool;

  /**
   * @param calls with separate channels are looked at; the others have no speaker to blame
   */
  Accuracy(List<LabelledCall> calls, RecognitionModel model, TranscriptionPool pool) {
    this.calls = calls.stream().filter(call -> call.agentChannel() != null).toList();
    this.model = model;
    this.pool = pool;
  }

  void printWordErrors(PrintStream out) throws Exception {
    Transcriber transcriber = new Transcriber(model, pool);
    WordErrors agent = WordErrors.NONE;
    WordErrors customer = WordErrors.NONE;
    out.printf("Word errors: %d recordings with separate channels%n", calls.size());
    out.printf("  %-12s %9s %9s%n", "", "agent", "customer");
    for (LabelledCall call : calls) {
      Transcription transcription = transcriber.transcribe(call.recording(), call.source());
      WordErrors a = errors(call, transcription, Role.AGENT);
      WordErrors c = errors(call, transcription, Role.CUSTOMER);
      agent = agent.plus(a);
      customer = customer.plus(c);
      print(out, call.id(), a, c);
    }
    print(out, "all", agent, customer);
    WordErrors all = agent.plus(customer);
    out.printf(
        Locale.ROOT,
        "  both: %.1f %% of %d words (%d substituted, %d deleted, %d inserted)%n",
        100 * all.rate(),
        all.words(),
        all.substitutions(),
        all.deletions(),
        all.insertions());
  }

  private static void print(PrintStream out, String name, WordErrors agent, WordErrors customer) {
    out.printf(
        Locale.ROOT,
        "  %-12s %7.1f %% %7.1f %%%n",
        name,
        100 * agent.rate(),
        100 * customer.rate());
  }

  private static WordErrors errors(LabelledCall call, Transcription transcription, Role role)
      throws Exception {
    List<String> recognised = new ArrayList<>();
    for (Turn turn : transcription.transcript().turns()) {
      if (turn.role() == role) {
        turn.words().forEach(word -> recognised.add(word.word()));
      }
    }
    return WordErrors.of(call.words(role), recognised);
  }

  /** Times of the same words, with the whole channel decoded and with its speech only. */
  void printWordTimes(PrintStream out) throws Exception {
    List<Double> differences = new ArrayList<>();
    for (LabelledCall call : calls) {
      List<ChannelSpeech> whole = Channels.whole(call, model);
      List<ChannelSpeech> speech = Channels.speech(call, model);
      List<List<Word>> expected = pool.recognize(List.<SpeechSource>copyOf(whole));
      List<List<Word>> actual = pool.recognize(List.<SpeechSource>copyOf(speech));
      for (int i = 0; i < whole.size(); i++) {
        compare(expected.get(i), speech.get(i).timeline().toRecording(actual.get(i)), differences);
      }
    }
    out.printf(
        Locale.ROOT,
        "Word times: %d words recognised alike in whole channels and in speech only;"
            + " start differs by %.0f ms (median), %.0f ms (95 %%), %.0f ms (99 %%)%n",
        differences.size(),
        1000 * Figures.median(doubles(differences)),
        1000 * Figures.quantile(doubles(differences), 0.95),
        1000 * Figures.quantile(doubles(differences), 0.99));
  }

  private static java.util.stream.DoubleStream doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue);
  }

  private static void compare(List<Word> expected, List<Word> actual, List<Double> differences) {
    List<String> left = expected.stream().map(Word::word).toList();
    List<String> right = actual.stream().map(Word::word).toList();
    for (WordAlignment.Pair pair : WordAlignment.of(left, right).pairs()) {
      if (pair.reference() >= 0
          && pair.recognised() >= 0
          && left.get(pair.reference()).equals(right.get(pair.recognised()))) {
        Word one = expected.get(pair.reference());
        Word other = actual.get(pair.recognised());
        differences.add(Math.abs(one.start() - other.start()));
      }
    }
  }
}
