package earshot.call;

/** What a question can be answered with. */
public enum AnswerValue {
  /** The good thing was observed, or the bad thing was not. */
  YES,
  NO,
  /** The question does not apply to this call. */
  NA,
  /** The machine cannot tell; never counted as NO. */
  UNKNOWN
}
