package earshot.metadata;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CallListTest {
  private static final MetadataReader READER = new MetadataReader(new Pseudonym(new byte[32]));

  private static CallList read(byte[] csv) throws IOException {
    return READER.callList(new ByteArrayInputStream(csv), "cdr.csv");
  }

  private static CallList read(String csv) throws IOException {
    return read(csv.getBytes(UTF_8));
  }

  private static String agent(CallList list, String callId) {
    return list.row(callId, "x.wav").orElseThrow().text(Field.AGENT_NAME).orElseThrow();
  }

  @Test
  void commasSemicolonsAndTabsSeparate() throws Exception {
    for (String d : new String[] {",", ";", "\t"}) {
      CallList list = read("call_id,agent_name\r\nc1,Megan\r\n".replace(",", d));
      assertThat(agent(list, "c1")).isEqualTo("Megan");
    }
  }

  @Test
  void quotesByteOrderMarksAndBlankLinesAreRead() throws Exception {
    CallList list =
        read("\ufeff\"Call ID\",\"agent_name\"\n\n\"c1\",\"Megan, \"\"Meg\"\"\nWard\"\n,\nc2,Zoë");
    assertThat(agent(list, "c1")).isEqualTo("Megan, \"Meg\" Ward");
    assertThat(agent(list, "c2")).isEqualTo("Zoë");
    assertThat(list.size()).isEqualTo(2);
  }

  @Test
  void sixteenBitTextIsReadByItsMark() throws Exception {
    assertThat(agent(read("\ufeffcall_id\tagent_name\nc1\tΜαρία\n".getBytes(UTF_16LE)), "c1"))
        .isEqualTo("Μαρία");
  }

  @Test
  void aRowIsFoundByCallIdOrFileName() throws Exception {
    CallList list =
        read("call_id,recording_file,team\nc1,D:\\rec\\Take1.WAV,A\nc2,,B\n,other.wav,C\n");
    assertThat(list.row("c1", "zzz.wav").orElseThrow().text(Field.TEAM)).contains("A");
    assertThat(list.row(null, "take1.wav").orElseThrow().text(Field.CALL_ID)).contains("c1");
    assertThat(list.row(null, "c2.wav").orElseThrow().text(Field.TEAM)).contains("B");
    assertThat(list.row("c9", "other.wav").orElseThrow().text(Field.TEAM)).contains("C");
    assertThat(list.row("c9", "take1.wav")).as("the file of another call").isEmpty();
    assertThat(list.row(null, "nothing.wav")).isEmpty();
  }

  @Test
  void rowsWithoutARecordingAreMissing() throws Exception {
    CallList list =
        read("call_id,recording_file\nc1,1.wav\nc2,2.wav\nc3,\nc4,\n,5.wav\nc6,\nc6,\n");
    assertThat(list.missing("c4"::equals, Set.of("1.wav", "c3.wav")))
        .containsExactly("c2", "5.wav", "c6");
  }

  @Test
  void aBadRowSpoilsItsOwnRecordingOnly() throws Exception {
    CallList list = read("call_id,team,queue\nc1,A\nc2,A,B\nc3,A,B,C\nc4,A,B,\n");
    assertThat(list.row("c1", "x").orElseThrow().problem())
        .isEqualTo("cdr.csv row 2 has 2 columns, the header has 3");
    assertThat(list.row("c2", "x").orElseThrow().problem()).isNull();
    assertThat(list.row("c3", "x").orElseThrow().problem()).contains("row 4");
    assertThat(list.row("c4", "x").orElseThrow().problem()).isNull();
    assertThatThrownBy(
            () ->
                new MetadataJoin(java.util.List.of(list.row("c1", "x").orElseThrow()))
                    .join(
                        java.time.Instant.EPOCH,
                        new MetadataOptions(java.time.ZoneOffset.UTC, "en")))
        .isInstanceOf(MetadataException.class)
        .hasMessageContaining("row 2");
  }

  @Test
  void anEndlessValueSpoilsItsRowOnly() throws Exception {
    CallList list = read("call_id,team\nc1," + "x".repeat(301) + "\nc2,A\n");
    assertThat(list.row("c1", "x").orElseThrow().problem()).contains("301 characters");
    assertThat(list.row("c2", "x").orElseThrow().problem()).isNull();
  }

  @Test
  void rowsThatContradictEachOtherAreNotChosenBetween() throws Exception {
    CallList list = read("call_id,team\nc1,A\nc1,B\nc2,A\nc2,A\n");
    assertThat(list.row("c1", "x").orElseThrow().problem()).contains("row 2").contains("row 3");
    assertThat(list.row("c2", "x").orElseThrow().problem()).isNull();
  }

  @Test
  void aFileThatIsNoCallListIsNamed() {
    for (byte[] csv :
        new byte[][] {
          {},
          "name,colour\na,b\n".getBytes(UTF_8),
          "call_id,agent_name\nc1,\"Megan\nc2,B\n".getBytes(UTF_8),
          "call_id,agent_name\nc1,Zoë\n".getBytes(StandardCharsets.ISO_8859_1)
        }) {
      assertThatThrownBy(() -> read(csv))
          .isInstanceOf(MetadataException.class)
          .hasMessageStartingWith("cdr.csv")
          .hasMessageNotContaining("Megan");
    }
  }

  @Test
  void theSampleCallListHasOneRowWithoutARecordingAndOneRecordingWithoutARow() throws Exception {
    Path calls = Path.of(System.getProperty("earshot.shared", "../../shared"), "calls");
    assumeThat(calls.resolve("cdr.csv")).exists();
    CallList list;
    try (var in = Files.newInputStream(calls.resolve("cdr.csv"))) {
      list = READER.callList(in, "cdr.csv");
    }
    Set<String> files = new TreeSet<>();
    try (var paths = Files.list(calls)) {
      paths
          .map(p -> p.getFileName().toString())
          .filter(n -> n.endsWith(".wav"))
          .forEach(files::add);
    }
    assertThat(list.missing(id -> false, files)).hasSize(1);
    assertThat(files.stream().filter(f -> list.row(null, f).isEmpty())).hasSize(1);
  }
}
