package earshot.transcribe;

import java.io.IOException;

/** A process that decodes for ever and says which process does it for it. */
public final class WorkerParent {
  private WorkerParent() {}

  public static void main(String[] args) throws Exception {
    TranscriptionPool pool =
        TranscriptionPool.acquire(Samples.model(), PoolSettings.defaults().withSlots(1));
    System.out.println(pool.workerPids().get(0));
    System.out.flush();
    short[] speech = Samples.channel("c1021", 0);
    pool.recognize(
        new SpeechSource() {
          @Override
          public String recording() {
            return "endless";
          }

          @Override
          public int sampleRateHz() {
            return 8000;
          }

          @Override
          @SuppressWarnings("InfiniteLoopStatement")
          public void readTo(Sink sink) throws IOException {
            while (true) {
              sink.samples(speech, speech.length);
              System.out.println("fed");
            }
          }
        });
  }
}
