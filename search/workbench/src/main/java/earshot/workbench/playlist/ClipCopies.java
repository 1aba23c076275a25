package earshot.workbench.playlist;

import com.fasterxml.jackson.databind.ObjectReader;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Redaction;
import earshot.data.AtomicFiles;
import earshot.data.ClipFolders;
import earshot.data.DataFolder;
import earshot.workbench.account.Scope;
import earshot.workbench.audio.CallAudio;
import earshot.workbench.audio.ClipAudio;
import earshot.workbench.audio.NoRecordingException;
import earshot.workbench.lookup.CallLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The redacted copies behind clips: {@code <clip>.json} with the words, {@code <clip>.wav} with the
 * sound where there is any. They are made when a clip is added, and made again when its call is
 * redacted further or its speakers change places. Once the call is erased for its age they stay as
 * they are. Thread-safe.
 */
public final class ClipCopies {
  private static final ObjectReader COPIES = CallJson.mapper().readerFor(ClipCopy.class);
  private static final String WORDS = ".json";
  private static final String SOUND = ".wav";

  private final DataFolder folder;
  private final CallLookup calls;
  private final CallAudio audios;

  /**
   * @param calls gives records as they may be shown now, spans that are about to go left out
   */
  public ClipCopies(DataFolder folder, CallLookup calls, CallAudio audios) {
    this.folder = folder;
    this.calls = calls;
    this.audios = audios;
  }

  /** Why a clip of the call would have no sound, as a sentence; null where it has. */
  @Nullable String silence(CallRecord call) throws IOException {
    return audios.problem(call);
  }

  /** Makes the copy of a clip; all of it or nothing. */
  synchronized void make(long clip, String callId, double start, double end) throws IOException {
    CallRecord call =
        calls
            .findRecorded(callId, new Scope.All())
            .orElseThrow(() -> new IOException("call " + callId + " was erased meanwhile"));
    try {
      write(clip, call, start, end);
    } catch (IOException | RuntimeException e) {
      delete(clip, callId);
      throw e;
    }
  }

  /**
   * Brings the copies of a call after its record. A copy that cannot follow is deleted: what was to
   * be redacted must not be heard.
   */
  public synchronized void follow(String callId) throws IOException {
    Path copies = ClipFolders.of(folder, callId);
    if (!Files.isDirectory(copies)) {
      return;
    }
    Optional<CallRecord> call = calls.findRecorded(callId, new Scope.All());
    if (call.isEmpty()) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(copies)) {
      files = all.filter(f -> f.toString().endsWith(WORDS)).filter(ClipCopies::whole).toList();
    }
    IOException failure = null;
    for (Path file : files) {
      String name = file.getFileName().toString();
      long clip = Long.parseLong(name.substring(0, name.length() - WORDS.length()));
      try {
        ClipCopy old = COPIES.readValue(Files.readAllBytes(file));
        write(clip, call.get(), old.start(), old.end());
      } catch (IOException e) {
        delete(clip, callId);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static boolean whole(Path file) {
    return file.getFileName().toString().matches("\\d+\\.json");
  }

  private void write(long clip, CallRecord call, double start, double end) throws IOException {
    Path sound = file(call.callId(), clip, SOUND);
    try {
      ClipAudio.cut(audios.of(call), start, end, sound);
    } catch (NoRecordingException e) {
      if (Files.exists(sound)) {
        ClipAudio.mute(sound, call.redactions().stream().map(r -> inClip(r, start)).toList());
      }
    }
    ClipCopy copy = ClipCopy.of(call, start, end);
    AtomicFiles.write(file(call.callId(), clip, WORDS), CallJson.mapper().writeValueAsBytes(copy));
  }

  private static ClipAudio.Span inClip(Redaction redaction, double start) {
    return new ClipAudio.Span(redaction.start() - start, redaction.end() - start);
  }

  /** The words of a clip; empty once its call was erased at somebody's request. */
  Optional<ClipCopy> words(Clip clip) throws IOException {
    try {
      byte[] json = Files.readAllBytes(file(clip.callId(), clip.id(), WORDS));
      return Optional.of(COPIES.readValue(json));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The sound of a clip; empty where its call had none to copy. */
  Optional<Path> sound(Clip clip) {
    Path file = file(clip.callId(), clip.id(), SOUND);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /** Deletes the copy of a clip that was taken out of its playlist. */
  synchronized void delete(long clip, String callId) throws IOException {
    Files.deleteIfExists(file(callId, clip, SOUND));
    Files.deleteIfExists(file(callId, clip, WORDS));
    Path copies = ClipFolders.of(folder, callId);
    if (Files.isDirectory(copies)) {
      boolean empty;
      try (Stream<Path> rest = Files.list(copies)) {
        empty = rest.findAny().isEmpty();
      }
      if (empty) {
        Files.deleteIfExists(copies);
      }
    }
  }

  private Path file(String callId, long clip, String suffix) {
    return ClipFolders.of(folder, callId).resolve(clip + suffix);
  }
}
