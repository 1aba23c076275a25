package earshot.workbench.provider;

import java.time.Duration;

/**
 * How long the workbench waits for a provider and how far it trusts it.
 *
 * @param connect longest time to reach it
 * @param answer longest time from a question to the last byte of its answer
 * @param largestAnswer bytes; a longer one is not read
 * @param skew how far its clock may differ from ours
 * @param attempt a sign-in that was begun is finished within this, or begun again
 * @param metadata its description is asked for again after this
 * @param keys its keys are asked for again after this
 * @param newKeys between two questions for a key that is unknown lies at least this
 * @param down after it did not answer it is left alone for this
 * @param atOnce sign-ins that may wait for it at the same time
 */
public record ProviderLimits(
    Duration connect,
    Duration answer,
    int largestAnswer,
    Duration skew,
    Duration attempt,
    Duration metadata,
    Duration keys,
    Duration newKeys,
    Duration down,
    int atOnce) {

  /** For a provider on the company's network or the internet. */
  public static ProviderLimits usual() {
    return new ProviderLimits(
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        512 * 1024,
        Duration.ofSeconds(60),
        Duration.ofMinutes(10),
        Duration.ofHours(24),
        Duration.ofHours(1),
        Duration.ofMinutes(1),
        Duration.ofSeconds(10),
        16);
  }
}
