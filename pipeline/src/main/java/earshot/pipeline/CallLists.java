package earshot.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import earshot.call.CallJson;
import earshot.catalogue.AudioFiles;
import earshot.catalogue.TranscriptFile;
import earshot.metadata.CallList;
import earshot.metadata.MetadataException;
import earshot.metadata.MetadataReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what {@code --metadata} names: call lists (CSV, TSV) and sidecars (JSON). */
final class CallLists {
  private static final Logger LOG = LoggerFactory.getLogger(CallLists.class);

  private CallLists() {}

  /**
   * Reads all of it. In a folder, what is neither a sidecar nor a call list is passed over; a file
   * that is named itself must be one.
   *
   * @param inputs files, folders, globs or URIs
   * @throws IOException naming the file that is no call list
   */
  static CallList read(List<String> inputs, MetadataReader reader) throws IOException {
    CallList.Builder all = new CallList.Builder();
    for (String input : inputs) {
      List<SourceFile> files = SourceFiles.expand(input);
      boolean named = files.size() == 1 && input.endsWith(AudioFiles.fileName(files.get(0).uri()));
      for (SourceFile file : files) {
        add(file, named, reader, all);
      }
    }
    return all.build();
  }

  private static void add(
      SourceFile file, boolean named, MetadataReader reader, CallList.Builder all)
      throws IOException {
    String name = AudioFiles.fileName(file.uri());
    String lower = name.toLowerCase(Locale.ROOT);
    try (InputStream in = SourceFiles.open(file.uri())) {
      if (lower.endsWith(".json")) {
        byte[] json = in.readNBytes(TranscriptFile.MAX_BYTES);
        if (named || !isTranscript(json)) {
          all.sidecar(reader.sidecarOrProblem(json, name));
        }
      } else if (lower.endsWith(".csv") || named) {
        all.all(reader.callList(in, name));
      }
    } catch (MetadataException e) {
      if (named) {
        throw new IOException(e.getMessage(), e);
      }
      LOG.info("{} is no call list and was passed over", name);
    }
  }

  private static boolean isTranscript(byte[] json) throws IOException {
    try {
      return CallJson.mapper().readTree(json).has("turns");
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
