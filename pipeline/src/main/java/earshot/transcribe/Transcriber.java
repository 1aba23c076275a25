package earshot.transcribe;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.SpeechAnalyzer;
import earshot.call.Audio;
import earshot.call.Layout;
import earshot.call.Role;
import earshot.call.Transcript;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.catalogue.Recording;
import earshot.model.RecognitionModel;
import earshot.transcribe.vosk.VoskModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Recording to turns: analyses the audio, decodes what is speech, puts words back to their times.
 * The recording is read twice, once to analyse and once a channel to decode, and never held.
 * Thread-safe.
 */
public final class Transcriber {
  private final RecognitionModel model;
  private final TranscriptionPool pool;
  private final SpeechTimeline.Settings timeline;
  private final TurnBuilder turns;

  /**
   * @param pool of this model; stays the caller's
   */
  public Transcriber(RecognitionModel model, TranscriptionPool pool) {
    this(model, pool, SpeechTimeline.Settings.DEFAULT, new TurnBuilder());
  }

  Transcriber(
      RecognitionModel model,
      TranscriptionPool pool,
      SpeechTimeline.Settings timeline,
      TurnBuilder turns) {
    this.model = model;
    this.pool = pool;
    this.timeline = timeline;
    this.turns = turns;
  }

  /**
   * Transcribes a recording.
   *
   * @throws earshot.audio.AudioException when the recording is not usable
   * @throws TranscriptionException when recognition failed on it
   */
  public Transcription transcribe(Recording recording, AudioSource source)
      throws IOException, TranscriptionException, InterruptedException {
    AudioFormat format;
    AudioAnalysis analysis;
    try (AudioReader reader = Decoders.open(source.open(), source.name())) {
      format = reader.format();
      analysis = new SpeechAnalyzer().analyze(reader);
    }
    Layout layout = layout(recording, analysis);
    List<Turn> heard = recognize(source, format, analysis, layout);
    Audio audio =
        new Audio(
            recording.uri(),
            recording.sha256(),
            analysis.seconds(),
            format.sampleRateHz(),
            format.channels(),
            format.encoding(),
            layout);
    Transcript transcript =
        new Transcript(recording.metadata().language(), VoskModel.ENGINE, model.name(), heard);
    return new Transcription(audio, analysis, transcript, layout == Layout.AGENT_RIGHT ? 1 : 0);
  }

  /** Who is where; the left channel is the agent's when nobody says otherwise. */
  private static Layout layout(Recording recording, AudioAnalysis analysis) {
    if (analysis.channels().size() == 1) {
      return Layout.MONO;
    }
    if (analysis.sameMix()) {
      return Layout.FAKE_STEREO;
    }
    Integer agent = recording.agentChannel();
    return agent != null && agent == 1 ? Layout.AGENT_RIGHT : Layout.AGENT_LEFT;
  }

  private static Role role(Layout layout, int channel) {
    return switch (layout) {
      case AGENT_LEFT -> channel == 0 ? Role.AGENT : Role.CUSTOMER;
      case AGENT_RIGHT -> channel == 1 ? Role.AGENT : Role.CUSTOMER;
      default -> Role.UNKNOWN;
    };
  }

  private List<Turn> recognize(
      AudioSource source, AudioFormat format, AudioAnalysis analysis, Layout layout)
      throws IOException, TranscriptionException, InterruptedException {
    int decoded = layout.separated() ? analysis.channels().size() : 1;
    List<ChannelSpeech> speech = new ArrayList<>();
    for (int channel = 0; channel < decoded; channel++) {
      ChannelAnalysis found = analysis.channels().get(channel);
      speech.add(
          new ChannelSpeech(
              source,
              format.channels(),
              channel,
              SpeechTimeline.of(
                  found.speech(), analysis.seconds(), format.sampleRateHz(), timeline),
              gainDb(found),
              model.sampleRateHz()));
    }
    List<List<Word>> words = pool.recognize(List.copyOf(speech));
    List<TurnBuilder.Heard> heard = new ArrayList<>();
    for (int channel = 0; channel < decoded; channel++) {
      heard.add(
          new TurnBuilder.Heard(
              role(layout, channel),
              channel,
              analysis.channels().get(channel),
              speech.get(channel).timeline().toRecording(words.get(channel))));
    }
    return turns.build(heard);
  }

  /** What brings the speech of a channel to the level that the model hears best at. */
  private double gainDb(ChannelAnalysis channel) {
    Double wanted = model.inputLevelDbfs();
    double level = channel.speechLevelDbfs();
    return wanted == null || Double.isInfinite(level) ? 0 : wanted - level;
  }
}
