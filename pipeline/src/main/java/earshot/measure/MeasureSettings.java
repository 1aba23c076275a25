package earshot.measure;

/**
 * Thresholds of events, in seconds.
 *
 * @param silence shortest time without speech that is an event
 * @param overtalk shortest time with both parties speaking that is an event
 * @param interruption shortest overtalk that counts as talking over (checklists: "both go on for 1
 *     s or longer")
 * @param backChannel sounds shorter than this are no turns (checklists: "uh huh")
 * @param breath a break in speech up to this length does not end it
 * @param holdMusic shortest music that is a hold
 * @param holdBreak beeps and rests: a break up to this length does not end a hold
 * @param holdSilence shortest silence after a request to wait that is a hold
 * @param holdAnswer how long after a request to wait a silent hold may begin; the customer's "okay"
 *     lies between
 */
public record MeasureSettings(
    double silence,
    double overtalk,
    double interruption,
    double backChannel,
    double breath,
    double holdMusic,
    double holdBreak,
    double holdSilence,
    double holdAnswer) {
  public static final MeasureSettings DEFAULT =
      new MeasureSettings(2.0, 0.3, 1.0, 0.6, 0.3, 2.0, 1.0, 4.0, 6.0);
}
