package earshot.metadata;

import earshot.call.Metadata;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Joins what several sources say about one call: field by field, the strongest source that says
 * anything counts. Immutable.
 */
public final class MetadataJoin {
  private final List<SourceMetadata> sources;

  /**
   * @param strongestFirst sidecar, then call list, then transcript
   */
  public MetadataJoin(List<SourceMetadata> strongestFirst) {
    this.sources = List.copyOf(strongestFirst);
  }

  /**
   * Joins.
   *
   * @param fileTime stands in where no source has a start time
   * @throws MetadataException naming source and key of the first value that cannot be read
   */
  public JoinedMetadata join(Instant fileTime, MetadataOptions options) throws MetadataException {
    for (SourceMetadata source : sources) {
      if (source.problem() != null) {
        throw new MetadataException("bad_metadata", source.problem());
      }
    }
    StartTimes.@Nullable Parsed start =
        parsed(Field.START_TIME, "bad_time", text -> StartTimes.parse(text, options.zone()));
    OffsetDateTime startedAt =
        start == null ? fileTime.atZone(options.zone()).toOffsetDateTime() : start.time();
    String language =
        parsed(Field.LANGUAGE, "bad_language", text -> Languages.normalise(text).orElse(null));
    String direction = parsed(Field.DIRECTION, "bad_direction", MetadataJoin::direction);
    return new JoinedMetadata(
        text(Field.CALL_ID),
        new Metadata(
            startedAt,
            start == null ? "file" : "metadata",
            direction,
            text(Field.AGENT_ID),
            text(Field.AGENT_NAME),
            text(Field.TEAM),
            text(Field.QUEUE),
            text(Field.COMPANY),
            customer(direction),
            text(Field.CUSTOMER_NAME),
            language == null ? options.language() : language),
        agentChannel(),
        parsed(Field.DURATION_S, "bad_duration", MetadataJoin::seconds),
        channels(),
        start != null && start.zoneAssumed());
  }

  private @Nullable String text(Field field) {
    for (SourceMetadata source : sources) {
      SourceMetadata.Value value = source.values().get(field);
      if (value != null) {
        return value.text();
      }
    }
    return null;
  }

  private <T> @Nullable T parsed(Field field, String reason, Function<String, @Nullable T> parser)
      throws MetadataException {
    for (SourceMetadata source : sources) {
      SourceMetadata.Value value = source.values().get(field);
      if (value != null) {
        try {
          T parsed = parser.apply(value.text());
          if (parsed != null) {
            return parsed;
          }
        } catch (IllegalArgumentException e) {
          throw new MetadataException(
              reason,
              "%s: %s is %s; %s"
                  .formatted(source.source(), value.key(), shown(value.text()), e.getMessage()));
        }
      }
    }
    return null;
  }

  /** A value for a message; never a telephone number that slipped into the wrong column. */
  private static String shown(String text) {
    if (Pseudonym.looksLikeNumber(text) && !text.matches("[0-9]{4}[-/].*")) {
      return "a number of " + text.length() + " characters";
    }
    return "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + "'";
  }

  private @Nullable String customer(@Nullable String direction) {
    String given = text(Field.CUSTOMER_ID);
    if (given == null) {
      given = text(Field.CUSTOMER_NUMBER);
    }
    if (given != null || direction == null) {
      return given;
    }
    return text("outbound".equals(direction) ? Field.CALLED_NUMBER : Field.CALLER_NUMBER);
  }

  private @Nullable Integer agentChannel() throws MetadataException {
    Integer channel = parsed(Field.AGENT_CHANNEL, "bad_channel", MetadataJoin::channel);
    if (channel != null) {
      return channel;
    }
    String roles = text(Field.CHANNEL_ROLES);
    if (roles == null) {
      return null;
    }
    List<String> list = Arrays.asList(roles.split("[,;|/ ]+"));
    for (int i = 0; i < list.size() && list.size() > 1; i++) {
      if (RecorderWords.get().value("role", list.get(i)).isPresent()) {
        return i;
      }
    }
    return null;
  }

  /** A number, or a word for it; what is neither says nothing, for the audio itself knows. */
  private @Nullable Integer channels() {
    String text = text(Field.CHANNELS);
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "1.0", "mono" -> 1;
      case "2", "2.0", "stereo" -> 2;
      default -> null;
    };
  }

  private static Integer channel(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "0", "0.0", "left", "l" -> 0;
      case "1", "1.0", "right", "r" -> 1;
      default -> throw new IllegalArgumentException("expected 0 (left) or 1 (right)");
    };
  }

  private static @Nullable String direction(String text) {
    String direction =
        RecorderWords.get()
            .value("direction", text)
            .orElseThrow(() -> new IllegalArgumentException("expected inbound or outbound"));
    return "none".equals(direction) ? null : direction;
  }

  private static Double seconds(String text) {
    double seconds = 0;
    for (String part : text.split(":", -1)) {
      if (!part.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
        throw new IllegalArgumentException("expected seconds such as 94.3, or 0:01:34");
      }
      seconds = seconds * 60 + Double.parseDouble(part);
    }
    return seconds;
  }
}
