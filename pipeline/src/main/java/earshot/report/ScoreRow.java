package earshot.report;

import earshot.stats.Interval;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one group of calls on one form.
 *
 * @param keys what the group is, by column name: {@code agent_id}, {@code team}, ...
 * @param group the same in one text for people
 * @param team of an agent; empty otherwise
 * @param calls of the group, scored or not
 * @param scored calls with a score: the n of the mean
 * @param mean 0 to 100; null without scored calls
 * @param interval of the mean at 95 %; null below two scored calls
 * @param tooFew whether n is too small to compare the mean with others
 * @param coverage mean over the calls the form applies to, 0 to 1; null where it applies to none
 * @param autoFails calls for which an automatic fail is proposed
 */
public record ScoreRow(
    Map<String, @Nullable String> keys,
    String group,
    String team,
    long calls,
    String form,
    int version,
    long scored,
    @Nullable Double mean,
    @Nullable Interval interval,
    boolean tooFew,
    @Nullable Double coverage,
    long autoFails) {}
