package earshot.pipeline;

import earshot.call.Audio;
import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.catalogue.AudioFiles;
import earshot.catalogue.Recording;
import earshot.catalogue.TranscriptException;
import earshot.catalogue.TranscriptFile;
import earshot.data.DataFolder;
import earshot.measure.Measures;
import earshot.metadata.MetadataException;
import earshot.metadata.MetadataReader;
import earshot.metadata.Pseudonym;
import java.io.IOException;
import java.io.InputStream;

/** Transcript to call record. Thread-safe. */
final class TranscriptCallMaker implements CallMaker {
  private final MetadataReader reader;
  private final RecordAssembly assembly;

  TranscriptCallMaker(RunSettings settings, RecordAssembly assembly) throws IOException {
    this.reader = new MetadataReader(Pseudonym.open(DataFolder.of(settings.data())));
    this.assembly = assembly;
  }

  @Override
  public CallRecord make(Recording recording) throws CallException, IOException {
    TranscriptFile transcript = read(recording);
    double seconds = transcript.seconds(recording.seconds());
    Integer channels = recording.channels();
    Layout layout = channels != null && channels == 1 ? Layout.MONO : Layout.TRANSCRIPT;
    Audio audio = new Audio(recording.uri(), recording.sha256(), seconds, 0, 0, "none", layout);
    return assembly.assemble(
        recording,
        audio,
        transcript.transcript(recording.metadata().language()),
        turns -> Measures.of(turns, transcript.holds(), seconds, layout.separated()));
  }

  private TranscriptFile read(Recording recording) throws CallException, IOException {
    try (InputStream in = SourceFiles.open(recording.uri())) {
      byte[] bytes = in.readNBytes(TranscriptFile.MAX_BYTES + 1);
      return TranscriptFile.read(bytes, AudioFiles.fileName(recording.uri()), reader);
    } catch (TranscriptException e) {
      throw new CallException("transcript", e.reason(), e);
    } catch (MetadataException e) {
      throw new CallException("metadata", e.reason(), e);
    }
  }

  @Override
  public void close() {
    // holds nothing open
  }
}
