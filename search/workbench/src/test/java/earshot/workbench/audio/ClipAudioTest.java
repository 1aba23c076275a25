package earshot.workbench.audio;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.call.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips are decoded again and compared with the recording, sample by sample. */
class ClipAudioTest {
  private static final int RATE = 8000;

  @TempDir private Path folder;
  private short[][] original;
  private Path clip;

  @BeforeEach
  void aRecordingOfTenSeconds() throws IOException {
    original = Calls.noise(2, 10 * RATE, 7);
    Calls.write(folder.resolve("c1.wav"), new AudioFormat(RATE, 2, "pcm_s16"), original);
    clip = folder.resolve("clip.wav");
  }

  private RedactedAudio redacted(Redaction... redactions) throws IOException {
    CallRecord call = Calls.of(folder.resolve("c1.wav"), 2, Layout.AGENT_LEFT, List.of(redactions));
    return new CallAudio().of(call);
  }

  private static short[][] decoded(Path file) throws IOException {
    short[][] planar = new short[2][20 * RATE];
    try (AudioReader reader = RedactedAudio.open(file)) {
      int frames = 0;
      for (int got = 1; got > 0; frames += got) {
        short[][] block = new short[2][4096];
        got = reader.read(block, 4096);
        for (int channel = 0; channel < 2; channel++) {
          System.arraycopy(block[channel], 0, planar[channel], frames, got);
        }
      }
      return new short[][] {Arrays.copyOf(planar[0], frames), Arrays.copyOf(planar[1], frames)};
    }
  }

  private static short[] part(short[] samples, double from, double to) {
    return Arrays.copyOfRange(samples, (int) Math.round(from * RATE), (int) Math.round(to * RATE));
  }

  @Test
  void aClipIsThePartOfTheCallAndSilentWhereTheCallIs() throws IOException {
    ClipAudio.cut(redacted(new Redaction(0, 4, 5, "card-number")), 3.5, 6, clip);
    short[][] heard = decoded(clip);
    assertThat(heard[1]).isEqualTo(part(original[1], 3.5, 6));
    assertThat(part(heard[0], 0.5, 1.5)).containsOnly((short) 0);
    assertThat(part(heard[0], 0, 0.49)).isEqualTo(part(original[0], 3.5, 3.99));
    assertThat(part(heard[0], 1.51, 2.5)).isEqualTo(part(original[0], 5.01, 6));
  }

  @Test
  void aClipEndsWithItsCall() throws IOException {
    ClipAudio.cut(redacted(), 9, 30, clip);
    assertThat(decoded(clip)[0]).isEqualTo(part(original[0], 9, 10));
  }

  @Test
  void withoutTheRecordingASpanIsMutedOnAllChannelsOfTheClip() throws IOException {
    ClipAudio.cut(redacted(), 2, 5, clip);
    String before = ClipAudio.of(clip).etag();
    ClipAudio.mute(clip, List.of(new ClipAudio.Span(1, 2), new ClipAudio.Span(-9, -1)));
    short[][] heard = decoded(clip);
    for (int channel = 0; channel < 2; channel++) {
      assertThat(part(heard[channel], 1, 2)).containsOnly((short) 0);
      assertThat(part(heard[channel], 0, 0.99)).isEqualTo(part(original[channel], 2, 2.99));
      assertThat(part(heard[channel], 2.01, 3)).isEqualTo(part(original[channel], 4.01, 5));
    }
    assertThat(ClipAudio.of(clip).etag()).isNotEqualTo(before);
  }
}
