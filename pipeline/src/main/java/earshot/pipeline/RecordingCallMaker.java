package earshot.pipeline;

import earshot.audio.AudioException;
import earshot.call.CallRecord;
import earshot.catalogue.Recording;
import earshot.measure.HoldFinder;
import earshot.measure.Measures;
import earshot.model.ModelStore;
import earshot.model.RecognitionModel;
import earshot.transcribe.AudioSource;
import earshot.transcribe.PoolSettings;
import earshot.transcribe.Transcriber;
import earshot.transcribe.Transcription;
import earshot.transcribe.TranscriptionException;
import earshot.transcribe.TranscriptionPool;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recording to call record. The model follows the call's language; pools of recognizers are shared
 * by all makers of this process. Thread-safe.
 */
final class RecordingCallMaker implements CallMaker {
  private final RunSettings settings;
  private final RecordAssembly assembly;
  private final SpeakersOfRecording speakers;
  private final ModelStore models = ModelStore.ofThisMachine();
  private final Map<String, Transcriber> transcribers = new HashMap<>();
  private final Map<String, TranscriptionPool> pools = new HashMap<>();

  RecordingCallMaker(RunSettings settings, RecordAssembly assembly) {
    this.settings = settings;
    this.assembly = assembly;
    this.speakers = new SpeakersOfRecording(assembly.packs());
  }

  @Override
  public CallRecord make(Recording recording)
      throws CallException, IOException, InterruptedException {
    String language = recording.metadata().language();
    Transcriber transcriber = transcriber(language);
    Transcription heard;
    try {
      AudioSource source = source(recording);
      heard = speakers.tell(recording, source, transcriber.transcribe(recording, source));
    } catch (AudioException e) {
      throw new CallException("decode", e.reason(), e);
    } catch (TranscriptionException e) {
      throw new CallException("transcribe", e.reason(), e);
    }
    HoldFinder holds = new HoldFinder(turn -> assembly.asksToWait(turn, language));
    return assembly.assemble(
        recording,
        heard.audio(),
        heard.transcript(),
        turns ->
            Measures.of(
                turns,
                holds.find(turns, heard.analysis(), heard.agentChannel()),
                heard.audio().layout().separated(),
                heard.analysis()));
  }

  private static AudioSource source(Recording recording) {
    return new AudioSource() {
      @Override
      public InputStream open() throws IOException {
        return SourceFiles.open(recording.uri());
      }

      @Override
      public String name() {
        return recording.uri();
      }

      @Override
      public String id() {
        return recording.callId();
      }
    };
  }

  private synchronized Transcriber transcriber(String language)
      throws CallException, IOException, InterruptedException {
    Transcriber known = transcribers.get(language);
    if (known != null) {
      return known;
    }
    RecognitionModel model = model(language);
    PoolSettings usual = PoolSettings.defaults();
    PoolSettings pooled =
        new PoolSettings(
            settings.workers(),
            usual.tries(),
            usual.budget(),
            usual.startLimit(),
            usual.recycleAfter());
    TranscriptionPool pool = TranscriptionPool.acquire(model, pooled);
    pools.put(language, pool);
    Transcriber opened = new Transcriber(model, pool);
    transcribers.put(language, opened);
    return opened;
  }

  /** {@code --model} is for calls in {@code --language}; others get what is installed for them. */
  private RecognitionModel model(String language) throws CallException, IOException {
    String chosen = settings.model();
    if (chosen != null && language.equals(settings.language())) {
      return models.resolve(chosen);
    }
    Optional<RecognitionModel> found = models.find(language);
    if (found.isEmpty()) {
      throw new CallException(
          "transcribe",
          "no_model",
          "there is no recognition model for the language '"
              + language
              + "'; see: earshot models list");
    }
    return found.get();
  }

  @Override
  public synchronized void close() {
    pools.values().forEach(TranscriptionPool::close);
    pools.clear();
    transcribers.clear();
  }
}
