package earshot.call;

import org.jspecify.annotations.Nullable;

/**
 * What the call was about, not graded.
 *
 * @param callType complaint, order, information, technical, sales or survey; null when not known
 * @param complaint whether the customer expressed dissatisfaction; null when not known
 * @param resolved {@code yes}, {@code no} or {@code unknown}
 * @param transferred whether caller or case was handed to somebody else; null when not known
 * @param holds how many
 * @param saysCalledBefore whether the customer says to have called before; null when not known
 */
public record Facts(
    @Nullable String callType,
    @Nullable Boolean complaint,
    String resolved,
    @Nullable Boolean transferred,
    int holds,
    double holdSeconds,
    @Nullable Boolean saysCalledBefore) {}
