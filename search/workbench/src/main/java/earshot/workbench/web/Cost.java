package earshot.workbench.web;

/** What a request takes of what its sender may ask for in a minute. */
public enum Cost {
  /**
   * Nothing: what people may do in any case, also while an own password or a second step is due:
   * sign out and look after the own account.
   */
  NOTHING,

  /** A page, a part of a recording, a change. */
  PAGE,

  /** A search, or figures over many calls. */
  SEARCH,

  /** A file of many calls, or a copy of sound. */
  EXPORT
}
