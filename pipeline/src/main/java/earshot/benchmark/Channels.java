package earshot.benchmark;

import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.ChannelAnalysis;
import earshot.model.RecognitionModel;
import earshot.transcribe.ChannelSpeech;
import earshot.transcribe.SpeechTimeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Channels of recordings as recognition is fed with them: whole, or what is speech on them. */
final class Channels {
  private Channels() {}

  /** Every channel from front to back, at the model's level. */
  static List<ChannelSpeech> whole(LabelledCall call, RecognitionModel model) throws IOException {
    return of(call, model, true);
  }

  /** The speech of every channel, at the model's level. */
  static List<ChannelSpeech> speech(LabelledCall call, RecognitionModel model) throws IOException {
    return of(call, model, false);
  }

  private static List<ChannelSpeech> of(LabelledCall call, RecognitionModel model, boolean whole)
      throws IOException {
    LabelledCall.Analysed analysed = call.analyse();
    AudioAnalysis analysis = analysed.analysis();
    int rate = analysed.format().sampleRateHz();
    List<ChannelSpeech> channels = new ArrayList<>();
    for (int i = 0; i < analysis.channels().size(); i++) {
      ChannelAnalysis channel = analysis.channels().get(i);
      Double level = model.inputLevelDbfs();
      boolean silent = Double.isInfinite(channel.speechLevelDbfs());
      channels.add(
          new ChannelSpeech(
              call.source(),
              analysis.channels().size(),
              i,
              whole
                  ? SpeechTimeline.whole(analysis.seconds(), rate)
                  : SpeechTimeline.of(
                      channel.speech(), analysis.seconds(), rate, SpeechTimeline.Settings.DEFAULT),
              level == null || silent ? 0 : level - channel.speechLevelDbfs(),
              model.sampleRateHz()));
    }
    return channels;
  }
}
