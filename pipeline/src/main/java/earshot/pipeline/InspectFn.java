package earshot.pipeline;

import earshot.catalogue.Fingerprint;
import earshot.catalogue.Inspection;
import earshot.catalogue.RecordingInspector;
import earshot.catalogue.SidecarSource;
import earshot.catalogue.TranscriptInspector;
import earshot.data.DataFolder;
import earshot.data.FileHashes;
import earshot.metadata.CallList;
import earshot.metadata.MetadataOptions;
import earshot.metadata.MetadataReader;
import earshot.metadata.Pseudonym;
import earshot.metadata.Sidecars;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Looks at each file found: SHA-256, metadata, call id. */
final class InspectFn extends DoFn<SourceFile, Inspection> {
  private static final long serialVersionUID = 1;

  private final RunSettings settings;
  private final CallMakers.Kind kind;
  private transient FileHashes hashes = FileHashes.none();
  private transient @Nullable RecordingInspector recordings;
  private transient @Nullable TranscriptInspector transcriptFiles;

  InspectFn(RunSettings settings, CallMakers.Kind kind) {
    this.settings = settings;
    this.kind = kind;
  }

  @Setup
  public void setup() throws IOException {
    MetadataReader reader = new MetadataReader(Pseudonym.open(DataFolder.of(settings.data())));
    CallList calls = CallLists.read(settings.metadata(), reader);
    ZoneId zone = settings.zone() == null ? ZoneId.systemDefault() : ZoneId.of(settings.zone());
    MetadataOptions options = new MetadataOptions(zone, settings.language());
    if (kind == CallMakers.Kind.TRANSCRIPTS) {
      transcriptFiles = new TranscriptInspector(reader, calls, options);
    } else {
      hashes = FileHashes.load(DataFolder.of(settings.data()));
      recordings = new RecordingInspector(reader, calls, options);
    }
  }

  @ProcessElement
  public void process(@Element SourceFile file, OutputReceiver<Inspection> out) throws IOException {
    Instant modified = Instant.ofEpochMilli(file.modifiedMs());
    if (transcriptFiles != null) {
      out.output(transcriptFiles.inspect(file.uri(), modified, () -> SourceFiles.open(file.uri())));
    } else if (recordings != null) {
      out.output(
          recordings.inspect(
              file.uri(),
              modified,
              () -> SourceFiles.open(file.uri()),
              known(file),
              sidecar(file.uri())));
    }
  }

  private @Nullable Fingerprint known(SourceFile file) {
    return hashes
        .find(file.uri(), file.bytes(), file.modifiedMs())
        .map(sha256 -> new Fingerprint(sha256, file.bytes()))
        .orElse(null);
  }

  private static @Nullable SidecarSource sidecar(String recordingUri) throws IOException {
    for (String candidate : Sidecars.candidates(recordingUri)) {
      if (SourceFiles.exists(candidate)) {
        return new SidecarSource(candidate, () -> SourceFiles.open(candidate));
      }
    }
    return null;
  }
}
