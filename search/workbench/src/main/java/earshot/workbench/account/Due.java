package earshot.workbench.account;

/** What somebody who signed in has to do before anything else. */
public enum Due {
  NOTHING,
  /** Choose a password of the own. */
  PASSWORD,
  /** Set up the second step at sign-in, which the role requires. */
  SECOND_STEP
}
