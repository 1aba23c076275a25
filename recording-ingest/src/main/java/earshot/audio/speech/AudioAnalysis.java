package earshot.audio.speech;

import java.util.List;

/**
 * What a recording holds, found in one pass in constant memory a minute.
 *
 * @param seconds length of the audio
 * @param channels one entry a channel
 * @param sameMix whether two channels carry the same mix (fake stereo); false for mono
 */
public record AudioAnalysis(double seconds, List<ChannelAnalysis> channels, boolean sameMix) {
  public AudioAnalysis {
    channels = List.copyOf(channels);
  }
}
