package earshot.audio;

/**
 * How a recording is coded.
 *
 * @param encoding {@code pcm_u8}, {@code pcm_s16}, {@code pcm_s24}, {@code pcm_s32}, {@code
 *     pcm_f32}, {@code ulaw}, {@code alaw}
 */
public record AudioFormat(int sampleRateHz, int channels, String encoding) {
  public AudioFormat {
    if (sampleRateHz <= 0 || channels <= 0) {
      throw new IllegalArgumentException(
          "sample rate and channels must be positive: " + sampleRateHz + " Hz, " + channels);
    }
  }
}
