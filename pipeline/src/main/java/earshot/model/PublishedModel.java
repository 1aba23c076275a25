package earshot.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A model of the catalogue, as published; what no source says is null.
 *
 * @param language code such as {@code en}
 * @param shipped whether it comes with this program
 * @param size of the download as published, such as {@code 40M}
 * @param sampleRateHz the rate it was trained at
 * @param bytes exact length of the archive
 * @param sha256 of the archive, 64 lower-case hex digits
 * @param inputLevelDbfs RMS over speech frames that it hears best at; null when it normalises by
 *     itself
 */
public record PublishedModel(
    String name,
    String language,
    boolean shipped,
    String size,
    @Nullable String licence,
    @JsonProperty("sample_rate_hz") @Nullable Integer sampleRateHz,
    String notes,
    @Nullable Long bytes,
    @Nullable String sha256,
    @JsonProperty("input_level_dbfs") @Nullable Double inputLevelDbfs) {
  public PublishedModel {
    ModelCatalogue.requireName(name);
    if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(name + ": sha256 must be 64 hex digits, is " + sha256);
    }
  }
}
