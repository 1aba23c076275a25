package earshot.audio.speech;

/**
 * The numbers that decide what is speech. Levels are in dB relative to a full-scale square wave
 * (dBFS, RMS), times in seconds.
 *
 * <p>Where a default says "measured", the figure is from telephone speech (synthetic and human, 8
 * kHz, G.711 and PCM) against generated music and call-progress tones.
 *
 * @param quietestSpeechDbfs nothing below this begins a segment. Speech recorded so low cannot be
 *     recognised, and channels with gates between words fall to digital silence, from where every
 *     breath would stand out
 * @param beginOverFloorDb how far over the noise floor a segment must rise somewhere. 30 ms means
 *     of stationary noise stay within 4 dB of it; room noise moves more
 * @param continueOverFloorDb a segment reaches on both sides as far as the level stays this far
 *     over the floor: weak consonants at the edges of words
 * @param speechRangeDb words lie within this range below the channel's loud speech (its 95th
 *     percentile); vowels to weak fricatives are about 30 dB
 * @param floorWindowSeconds the floor at a moment is taken from so much on either side: long enough
 *     that the longest monologue holds breaths, short enough to follow a noise
 * @param floorShare share of that time in which the level lies below the floor: a breath in ten
 *     seconds of monologue, but not the deepest dips of a room
 * @param bridgeSeconds pauses up to this length belong to the segment: stops and short breaths
 * @param leadSeconds kept in front of a segment
 * @param trailSeconds kept behind a segment
 * @param shortestSeconds less active time than this is a click
 * @param faintSeconds a segment shorter than this and as faint as the next number is a breath or a
 *     knock
 * @param faintBelowDb ...so far below the loud speech of the channel (its 95th percentile)
 * @param voiceSpread a spectrum whose power spreads over a smaller share of its bins than this has
 *     the partials of a voice; 0.5 is white noise, measured 0.3 to 0.5 in room noise, under 0.15 in
 *     vowels
 * @param voiceSeconds a run of sound with less voice in it is noise...
 * @param nearVoiceSeconds ...unless it stands so near to a run with voice: hissed consonants, such
 *     as the end of "box"
 * @param tonalShare share of the power in steady partials above which a moment sounds like music
 *     and below which like speech. Measured, mean of any second: speech at most 0.32, music and
 *     tones at least 0.41
 * @param unbrokenSeconds music with drums or vibrato has fewer steady partials, but no pauses: a
 *     stretch of this length...
 * @param unbrokenRangeDb ...within this range from the 5th to the 95th percentile of its levels
 * @param unbrokenTonalShare ...and with this share of steady tones is music too. Measured: speech
 *     with so few pauses has at most 0.05
 * @param tonalEvidenceSeconds how long fully tonal sound has to last before it counts as music, and
 *     fully untonal sound before music counts as over
 * @param bridgeMusicSeconds pauses up to this length between pieces of music or tones belong to
 *     them; ringing tones pause for 2 s (UK) to 4 s (US, Europe)
 * @param shortestMusicSeconds shorter music is not reported, and stays out of the speech
 * @param leakAtMostDb energy that follows the other channel at least so far below it is its echo; a
 *     hybrid's echo loss is 20 dB and more, a headset's leak 30
 * @param leakOverFloorDb a channel leaks when, in a quarter of the other channel's loud moments and
 *     soon after, it rises so far over its floor. Measured: at most 2.2 without a leak, 4.8 and
 *     more with one 27 dB down
 * @param leakMarginDb a moment must be so much louder than the expected leak to be speech
 * @param leakReachSeconds how long an echo trails behind what causes it
 */
public record SpeechSettings(
    double quietestSpeechDbfs,
    double beginOverFloorDb,
    double continueOverFloorDb,
    double speechRangeDb,
    double floorWindowSeconds,
    double floorShare,
    double bridgeSeconds,
    double leadSeconds,
    double trailSeconds,
    double shortestSeconds,
    double faintSeconds,
    double faintBelowDb,
    double voiceSpread,
    double voiceSeconds,
    double nearVoiceSeconds,
    double tonalShare,
    double unbrokenSeconds,
    double unbrokenRangeDb,
    double unbrokenTonalShare,
    double tonalEvidenceSeconds,
    double bridgeMusicSeconds,
    double shortestMusicSeconds,
    double leakAtMostDb,
    double leakOverFloorDb,
    double leakMarginDb,
    double leakReachSeconds) {

  /** For telephone speech. */
  public static SpeechSettings defaults() {
    return new SpeechSettings(
        -60, 7, 4, 38, 6, 0.03, 0.5, 0.06, 0.10, 0.08, 1, 28, 0.2, 0.04, 0.25, 0.35, 4, 18, 0.12,
        0.8, 4.2, 0.5, -15, 4, 6, 0.2);
  }
}
