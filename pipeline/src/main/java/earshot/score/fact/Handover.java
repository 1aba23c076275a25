package earshot.score.fact;

import earshot.score.phrase.Find;

/**
 * Caller or case is handed, or said to be handed, to somebody else.
 *
 * @param find the words that say it
 * @param caller whether it is the caller; else the case
 */
public record Handover(Find find, boolean caller) {}
