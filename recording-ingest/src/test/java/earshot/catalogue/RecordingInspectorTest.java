package earshot.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.data.Digests;
import earshot.metadata.CallList;
import earshot.metadata.MetadataOptions;
import earshot.metadata.MetadataReader;
import earshot.metadata.Pseudonym;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecordingInspectorTest {
  private static final MetadataReader READER = new MetadataReader(new Pseudonym(new byte[32]));
  private static final Instant MODIFIED = Instant.parse("2026-10-05T10:00:00Z");
  private static final String SHA = Digests.sha256("audio");

  private static ByteSource bytes(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static Inspection inspect(String csv, String uri, String sidecar) throws IOException {
    CallList calls =
        csv.isEmpty()
            ? CallList.empty()
            : READER.callList(new ByteArrayInputStream(csv.getBytes(UTF_8)), "cdr.csv");
    return new RecordingInspector(READER, calls, new MetadataOptions(ZoneOffset.UTC, "en"))
        .inspect(
            uri,
            MODIFIED,
            bytes("audio"),
            null,
            sidecar.isEmpty() ? null : new SidecarSource("/in/side.json", bytes(sidecar)));
  }

  private static Recording recording(Inspection inspection) {
    assertThat(inspection).isInstanceOf(Inspection.Ready.class);
    return ((Inspection.Ready) inspection).recording();
  }

  @Test
  void withoutMetadataTheAudioIsTheId() throws Exception {
    Recording recording = recording(inspect("", "/in/x.wav", ""));
    assertThat(recording.callId()).isEqualTo(SHA);
    assertThat(recording.sha256()).isEqualTo(SHA);
    assertThat(recording.bytes()).isEqualTo(5);
    assertThat(recording.metadata().startedAtSource()).isEqualTo("file");
    assertThat(recording.metadata().startedAt().toInstant()).isEqualTo(MODIFIED);
  }

  @Test
  void aRowIsFoundByAFileNameThatItsUriEscapes() throws Exception {
    Recording recording =
        recording(
            inspect(
                "call_id,recording_file\nc7,Gespr\u00e4ch 7+8 100%.wav\n",
                "file:///in/Gespr%C3%A4ch%207+8%20100%25.wav", ""));
    assertThat(recording.callId()).isEqualTo("c7");
  }

  @Test
  void theSidecarWinsOverTheRowOfTheSameCall() throws Exception {
    Recording recording =
        recording(
            inspect(
                "call_id,recording_file,team,queue\nc1,x.wav,Row,Queue\nc2,y.wav,Other,Other\n",
                "/in/x.wav",
                "{\"call_id\":\"c1\",\"team\":\"Sidecar\",\"agent_channel\":1}"));
    assertThat(recording.callId()).isEqualTo("c1");
    assertThat(recording.metadata().team()).isEqualTo("Sidecar");
    assertThat(recording.metadata().queue()).isEqualTo("Queue");
    assertThat(recording.agentChannel()).isEqualTo(1);
  }

  @Test
  void aRowFoundByFileNameGivesTheId() throws Exception {
    assertThat(
            recording(inspect("call_id,recording_file\nc1,rec/X.wav\n", "s3://b/x.wav", ""))
                .callId())
        .isEqualTo("c1");
  }

  @Test
  void badMetadataFailsWithTheAudioKnown() throws Exception {
    assertThat(inspect("", "/in/x.wav", "{\"start_time\":\"soon\"}"))
        .isInstanceOfSatisfying(
            Inspection.Failed.class,
            failed -> {
              assertThat(failed.sha256()).isEqualTo(SHA);
              assertThat(failed.stage()).isEqualTo("metadata");
              assertThat(failed.reason()).isEqualTo("bad_time");
              assertThat(failed.message())
                  .contains("/in/x.wav", "side.json", "start_time", "'soon'", "expected a time");
            });
  }

  @Test
  void anUnreadableRecordingOrSidecarIsAFailureOfItsOwn() {
    RecordingInspector inspector =
        new RecordingInspector(READER, CallList.empty(), new MetadataOptions(ZoneOffset.UTC, "en"));
    ByteSource broken =
        () -> {
          throw new IOException("no permission");
        };
    assertThat(inspector.inspect("/x.wav", MODIFIED, broken, null, null))
        .isEqualTo(
            new Inspection.Failed(
                "/x.wav", null, "catalogue", "unreadable", "/x.wav cannot be read: no permission"));
    assertThat(
            inspector.inspect(
                "/x.wav", MODIFIED, bytes("audio"), null, new SidecarSource("/x.json", broken)))
        .isInstanceOfSatisfying(
            Inspection.Failed.class,
            failed -> assertThat(failed.message()).contains("/x.json", "no permission"));
  }

  @Test
  void aRecordingWhoseBytesAreKnownIsNotRead() throws Exception {
    RecordingInspector inspector =
        new RecordingInspector(READER, CallList.empty(), new MetadataOptions(ZoneOffset.UTC, "en"));
    ByteSource unreadable =
        () -> {
          throw new IOException("read");
        };
    Recording recording =
        recording(inspector.inspect("/x.wav", MODIFIED, unreadable, new Fingerprint(SHA, 5), null));
    assertThat(recording.sha256()).isEqualTo(SHA);
  }

  @Test
  void anIdThatIsNoFileNameFails() throws Exception {
    String id = "ä".repeat(41);
    assertThat(inspect("", "/in/x.wav", "{\"call_id\":\"" + id + "\"}"))
        .isInstanceOfSatisfying(
            Inspection.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo("bad_call_id"));
  }

  @Test
  void recordingsAreKnownByTheirNames() {
    for (String name :
        new String[] {"a.wav", "A.WAV", "/x/a.Mp3", "s3://b/c/a.g722", "a.b.opus", "a.raw"}) {
      assertThat(AudioFiles.isRecording(name)).as(name).isTrue();
    }
    for (String name :
        new String[] {
          "a.json",
          "a.wav.json",
          "wav",
          "a.",
          "/x/.a.wav",
          "._a.wav",
          "a.wav.part",
          "a.wav/",
          "/x.wav/readme",
          "~a.wav",
          "a.txt",
          ""
        }) {
      assertThat(AudioFiles.isRecording(name)).as(name).isFalse();
    }
    assertThat(AudioFiles.isTranscript("C:\\in\\a.JSON")).isTrue();
    assertThat(AudioFiles.isTranscript(".a.json")).isFalse();
  }

  @Test
  void aFileIsNamedOnceAndTheReasonIsInWords() {
    assertThat(Inspection.Failed.in("file:///in/a%20b.json", null, "s", "r", "a b.json: no turns"))
        .extracting(Inspection.Failed::message)
        .isEqualTo("file:///in/a%20b.json: no turns");
    assertThat(Inspection.Failed.in("/in/x.json", null, "s", "r", "x.json turn 1: no role"))
        .extracting(Inspection.Failed::message)
        .isEqualTo("/in/x.json turn 1: no role");
    assertThat(Inspection.Failed.in("/in/x.wav", null, "s", "r", "x.wav.json: no time"))
        .extracting(Inspection.Failed::message)
        .isEqualTo("/in/x.wav: x.wav.json: no time");
    assertThat(Inspection.Failed.unreadable("/x.wav", new AccessDeniedException("/x.wav")))
        .extracting(Inspection.Failed::message)
        .isEqualTo("/x.wav cannot be read: permission denied");
  }
}
