package earshot.workbench.audio;

import earshot.call.Audio;
import earshot.data.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Finds the recording that a call record was made from, and makes sure that it still is that one.
 * Size and time of the file are looked at every time, its bytes only when these have changed.
 * Thread-safe.
 */
final class Originals {
  private static final int REMEMBERED = 4096;
  private static final int BLOCK_BYTES = 1 << 16;

  private final Recent<Path, Seen> seen = new Recent<>(REMEMBERED);

  private record Seen(long bytes, FileTime modified, String sha256) {
    boolean still(BasicFileAttributes now) {
      return bytes == now.size() && modified.equals(now.lastModifiedTime());
    }
  }

  /**
   * @param callId for the message
   * @return a file with the bytes the record was made from
   */
  Path find(String callId, Audio audio) throws IOException {
    if (audio.channels() == 0) {
      throw missing("Call " + callId + " was made from a transcript; it has no recording.");
    }
    Path file = file(callId, audio.uri());
    BasicFileAttributes now = attributes(callId, file);
    Seen known = seen.get(file);
    if (known == null || !known.still(now)) {
      known = new Seen(now.size(), now.lastModifiedTime(), sha256(file));
      seen.put(file, known);
    }
    if (!known.sha256().equals(audio.sha256())) {
      throw new NoRecordingException(
          NoRecordingException.Why.CHANGED,
          "The recording of call "
              + callId
              + " has changed since the call was transcribed, so its times and redactions no longer"
              + " fit; put the original file back.");
    }
    return file;
  }

  private static Path file(String callId, String uri) throws NoRecordingException {
    try {
      return Path.of(URI.create(uri));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw missing(
          "The recording of call " + callId + " is not on a file system of this machine.");
    }
  }

  private static BasicFileAttributes attributes(String callId, Path file)
      throws NoRecordingException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        return attributes;
      }
    } catch (IOException e) {
      // told below: for the listener a file that cannot be looked at is not there
    }
    throw missing(
        "The recording of call "
            + callId
            + " is no longer where it was when the call was transcribed; put it back to play it.");
  }

  private static NoRecordingException missing(String message) {
    return new NoRecordingException(NoRecordingException.Why.MISSING, message);
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] block = new byte[BLOCK_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int got = in.read(block); got > 0; got = in.read(block)) {
        digest.update(block, 0, got);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
