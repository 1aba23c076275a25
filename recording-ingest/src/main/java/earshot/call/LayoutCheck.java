package earshot.call;

/**
 * A doubt about which channel is the agent's: what is said speaks against what was told. Only there
 * when it does.
 *
 * @param toldBy {@code metadata}, or {@code default} when nobody told and the left was taken
 * @param wordsSay the layout that what is said speaks for
 * @param certainty of that, 0.5 to 1
 * @param exchanged whether the words were believed: the record's layout and roles are theirs then
 */
public record LayoutCheck(String toldBy, Layout wordsSay, double certainty, boolean exchanged) {}
