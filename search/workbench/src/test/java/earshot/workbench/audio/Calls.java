package earshot.workbench.audio;

import earshot.audio.AudioFormat;
import earshot.audio.wav.WavWriter;
import earshot.call.Audio;
import earshot.call.CallRecord;
import earshot.call.Facts;
import earshot.call.Layout;
import earshot.call.Metadata;
import earshot.call.Metrics;
import earshot.call.Redaction;
import earshot.call.Transcript;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Recordings of noise, and the call records that would belong to them. */
final class Calls {
  private Calls() {}

  /** Noise of its own on each channel, from a fixed seed. */
  static short[][] noise(int channels, int frames, long seed) {
    Random random = new Random(seed);
    short[][] planar = new short[channels][frames];
    for (short[] channel : planar) {
      for (int i = 0; i < frames; i++) {
        channel[i] = (short) (2000 * random.nextGaussian());
      }
    }
    return planar;
  }

  static void write(Path file, AudioFormat format, short[][] planar) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        WavWriter writer = new WavWriter(out, format, planar[0].length)) {
      writer.write(planar, planar[0].length);
    }
  }

  static CallRecord of(Path file, int channels, Layout layout, List<Redaction> redactions)
      throws IOException {
    return new CallRecord(
        CallRecord.SCHEMA,
        "c1",
        new Audio(file.toUri().toString(), sha256(file), 10, 8000, channels, "pcm_s16", layout),
        new Metadata(
            OffsetDateTime.parse("2026-10-05T10:00:00+01:00"),
            "metadata",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "en"),
        new Transcript("en", "transcript", null, List.of()),
        List.of(),
        new Metrics(Map.of(), 0, 0, Map.of(), Map.of(), null),
        new Facts(null, null, "unknown", null, 0, 0, null),
        List.of(),
        List.of(),
        redactions);
  }

  static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
