package earshot.call;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the recorder or the switch knew about the call. Telephone numbers are never kept.
 *
 * @param startedAt with the zone offset it was given in
 * @param startedAtSource {@code metadata}, or {@code file} when the file's time stood in
 * @param direction {@code inbound} or {@code outbound}; null when not known
 * @param agentName first name, or as the recorder gives it
 * @param company the agent speaks for; null when not known
 * @param customerId pseudonym of the customer's number or id, keyed by the data folder's own key
 * @param customerName where the recorder knew it
 * @param language code such as {@code en}
 */
public record Metadata(
    OffsetDateTime startedAt,
    String startedAtSource,
    @Nullable String direction,
    @Nullable String agentId,
    @Nullable String agentName,
    @Nullable String team,
    @Nullable String queue,
    @Nullable String company,
    @Nullable String customerId,
    @Nullable String customerName,
    String language) {

  public boolean outbound() {
    return "outbound".equals(direction);
  }
}
