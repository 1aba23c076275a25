package earshot.metadata;

import java.time.ZoneId;

/**
 * What stands in where a source is silent.
 *
 * @param zone of times without an offset, and of file times
 * @param language of calls whose metadata names none, as {@link Languages#normalise} writes it
 */
public record MetadataOptions(ZoneId zone, String language) {
  public MetadataOptions {
    language =
        Languages.normalise(language)
            .orElseThrow(() -> new IllegalArgumentException("a default language must be known"));
  }
}
