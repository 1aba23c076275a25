package earshot.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Metadata;
import earshot.catalogue.Inspection;
import earshot.catalogue.Recording;
import java.time.OffsetDateTime;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;

class JsonCoderTest {
  private static final Metadata FULL =
      new Metadata(
          OffsetDateTime.parse("2026-10-25T02:30:00.123+05:30"),
          "metadata",
          "outbound",
          "A7",
          "Zo\u00eb \u97f3",
          "north",
          "returns \"x\"",
          "Pelham",
          "k-1",
          "Duncan",
          "en");
  private static final Metadata BARE =
      new Metadata(
          OffsetDateTime.parse("2026-10-25T02:30:00Z"),
          "file",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          "en");

  private static Recording recording(Metadata metadata) {
    return new Recording(
        "file:///a%20b.wav", "c/1", "ab".repeat(32), 1L << 40, metadata, 1, 12.25, 2);
  }

  private static <T> void holds(Class<T> type, T value, T equalValue) throws Exception {
    JsonCoder<T> coder = JsonCoder.of(type);
    CoderProperties.coderDecodeEncodeEqual(coder, value);
    CoderProperties.coderDeterministic(coder, value, equalValue);
    CoderProperties.structuralValueDecodeEncodeEqual(coder, value);
    CoderProperties.structuralValueConsistentWithEquals(coder, value, equalValue);
  }

  @Test
  void everyElementOfThePipelineSurvives() throws Exception {
    holds(SourceFile.class, new SourceFile("s", 1, 2), new SourceFile("s", 1, 2));
    holds(Recording.class, recording(FULL), recording(FULL));
    holds(Recording.class, recording(BARE), recording(BARE));
    holds(
        Inspection.class,
        new Inspection.Ready(recording(FULL), true, 3),
        new Inspection.Ready(recording(FULL), true, 3));
    holds(
        Inspection.class,
        new Inspection.Failed("u", null, "metadata", "bad_json", "line 1\nline 2"),
        new Inspection.Failed("u", null, "metadata", "bad_json", "line 1\nline 2"));
    holds(Outcome.class, Outcome.ok("u", "c", 1.25), Outcome.ok("u", "c", 1.25));
    holds(
        Outcome.class,
        Outcome.quarantined("u", null, "truncated"),
        Outcome.quarantined("u", null, "truncated"));
  }

  @Test
  void theOffsetOfAStartTimeIsKept() throws Exception {
    JsonCoder<Recording> coder = JsonCoder.of(Recording.class);
    Recording back = org.apache.beam.sdk.util.CoderUtils.clone(coder, recording(FULL));
    assertThat(back.metadata().startedAt().toString()).isEqualTo("2026-10-25T02:30:00.123+05:30");
  }

  @Test
  void coderTravelsToWorkers() {
    CoderProperties.coderSerializable(JsonCoder.of(Outcome.class));
    assertThat(JsonCoder.of(Outcome.class))
        .isEqualTo(JsonCoder.of(Outcome.class))
        .isNotEqualTo(JsonCoder.of(SourceFile.class));
  }
}
