package earshot.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.transcribe.vosk.TimeBudget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PoolSettingsTest {
  @Test
  void defaults() {
    assertThat(PoolSettings.defaults())
        .isEqualTo(
            new PoolSettings(
                Runtime.getRuntime().availableProcessors(),
                2,
                new TimeBudget(Duration.ofSeconds(60), 10, Duration.ofSeconds(60)),
                Duration.ofMinutes(5),
                Duration.ofHours(50)));
  }

  @Test
  void aPoolNeedsASlot() {
    assertThatThrownBy(() -> PoolSettings.defaults().withSlots(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slots");
  }
}
