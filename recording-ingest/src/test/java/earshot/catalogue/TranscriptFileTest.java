package earshot.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.metadata.CallList;
import earshot.metadata.MetadataOptions;
import earshot.metadata.MetadataReader;
import earshot.metadata.Pseudonym;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptFileTest {
  private static final MetadataReader READER = new MetadataReader(new Pseudonym(new byte[32]));

  private static TranscriptFile read(String json) throws IOException {
    return TranscriptFile.read(json.getBytes(UTF_8), "t.json", READER);
  }

  private static TranscriptFile turns(String turns) throws IOException {
    return read("{\"call_id\":\"c1\",\"turns\":[" + turns.replace('\'', '"') + "]}");
  }

  @Test
  void withoutWordsATurnsTimeIsSharedByTheNumberOfCharacters() throws Exception {
    Turn turn =
        turns("{'role':'agent','start':1.0,'end':11.0,'text':' Hello, my dear! '}").turns().get(0);
    assertThat(turn.text()).isEqualTo("Hello, my dear!");
    assertThat(turn.words())
        .containsExactly(
            new Word("Hello", 1, 5.545, 1),
            new Word("my", 5.545, 7.364, 1),
            new Word("dear", 7.364, 11, 1));
    assertThat(turn.confidence()).isEqualTo(1);
  }

  @Test
  void turnsAreSortedAndHoldsAreEvents() throws Exception {
    TranscriptFile file =
        turns(
            "{'role':'customer','start':20,'end':21,'text':'Yes.'},"
                + "{'role':'hold','start':12.5,'end':19,'text':''},"
                + "{'role':'announcement','start':0,'end':5,'text':'Calls are recorded.'},"
                + "{'role':'Agent','start':5,'end':12,'text':'One moment'},"
                + "{'role':'unknown','start':21,'end':22,'text':'mm'}");
    assertThat(file.turns())
        .extracting(Turn::role)
        .containsExactly(Role.ANNOUNCEMENT, Role.AGENT, Role.CUSTOMER, Role.UNKNOWN);
    assertThat(file.turns()).extracting(Turn::channel).containsExactly(0, 0, 1, 0);
    assertThat(file.holds()).containsExactly(new Event(Event.Kind.HOLD, 12.5, 19, null));
    assertThat(file.transcript("no").turns()).isEqualTo(file.turns());
    assertThat(file.transcript("no").model()).isNull();
    assertThat(file.callId()).contains("c1");
  }

  @Test
  void theCallEndsAsToldElseWithItsLastTurn() throws Exception {
    TranscriptFile file =
        turns(
            "{'role':'agent','start':0,'end':9.5,'text':'a'},{'role':'hold','start':10,'end':12}");
    assertThat(file.seconds(null)).isEqualTo(12);
    assertThat(file.seconds(30.0)).isEqualTo(30);
    assertThat(file.seconds(11.6)).as("lengths are rounded").isEqualTo(12);
  }

  @Test
  void wordsWithTimesOfTheirOwnAreKept() throws Exception {
    Turn turn =
        turns(
                "{'role':'agent','start':0,'end':3,'words':["
                    + "{'word':'Good','start':0.1,'end':0.4,'confidence':0.5},"
                    + "{'text':'morning,','start':0.5,'end':1},"
                    + "{'word':'-','start':1,'end':1.1},"
                    + "{'word':'Mr Ho','start':2,'end':3}]}")
            .turns()
            .get(0);
    assertThat(turn.text()).isEqualTo("Good morning Mr Ho");
    assertThat(turn.words())
        .containsExactly(
            new Word("Good", 0.1, 0.4, 0.5),
            new Word("morning", 0.5, 1, 1),
            new Word("Mr", 2, 2.5, 1),
            new Word("Ho", 2.5, 3, 1));
    assertThat(turn.confidence()).isCloseTo(0.875, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Nguyễn Anh Tuấn, hợp đồng. | Nguyễn Anh Tuấn hợp đồng",
        "Τρεις μέρες; «Ναι». | Τρεις μέρες Ναι",
        "that's — don't you 'know'? | that's don't you know",
        "£40, 50% e-mail a@b.com f***! | £40 50% e-mail a@b.com f***",
        "my card [card-number], ok ([name]). | my card [card-number] ok [name]",
        "¿Qué? 「はい」。 | Qué はい",
        "... – ! | ``"
      })
  void aWordIsWrittenWithoutThePunctuationAroundIt(String text, String words) {
    assertThat(String.join(" ", SpokenWords.of(text))).isEqualTo(words);
  }

  @Test
  void aTurnWithoutWordsStaysATurn() throws Exception {
    Turn turn = turns("{'role':'agent','start':0,'end':3,'text':'...'}").turns().get(0);
    assertThat(turn.words()).isEmpty();
    assertThat(turn.confidence()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'role':'agent','end':1,'text':'secret'} | turn 2: expected start in seconds",
        "{'role':'agent','start':-1,'end':1,'text':'secret'} | found -1",
        "{'role':'agent','start':'0','end':1,'text':'secret'} | found string",
        "{'role':'agent','start':3,'end':3,'text':'secret'} | must end after it starts",
        "{'role':'agent','start':3,'end':2,'text':'secret'} | must end after it starts",
        "{'role':'agent','start':0,'end':1e999,'text':'secret'} | expected end in seconds",
        "{'role':'agent','start':0,'end':999999,'text':'secret'} | expected end in seconds",
        "{'role':'robot','start':0,'end':1,'text':'secret'} | expected a role of agent, customer",
        "{'start':0,'end':1,'text':'secret'} | expected a role",
        "{'role':'agent','start':0,'end':1,'text':['secret']} | expected a string as text",
        "{'role':'agent','start':0,'end':1,'words':'secret'} | expected a list as words",
        "{'role':'agent','start':0,'end':1,'words':[{'word':'secret','start':0}]} | expected end",
        "{'role':'agent','start':0,'end':1,'words':[{'word':'secret','start':5,'end':6}]} | word 1 must lie in its turn",
        "{'role':'agent','start':0,'end':1,'words':[{'word':'secret','start':0.5,'end':0.6},{'word':'b','start':0.1,'end':0.2}]} | word 2 starts before",
        "{'role':'agent','start':0,'end':1,'words':[{'word':'secret','start':0.5,'end':0.6},{'word':'secret','start':0.5,'end':0.6}]} | word 2 is there twice",
        "{'role':'agent','start':0,'end':1,'words':[{'word':'secret','start':0,'end':1,'confidence':2}]} | confidence",
        "{'role':'customer','start':8,'end':12,'text':'secret'} | overlaps turn 1 of the same speaker",
        "{'role':'customer','start':0,'end':10,'text':'secret'} | overlaps turn 1",
        "7 | turn 2",
      })
  void aBadTurnIsNamedByItsNumberAndNotQuoted(String second, String message) {
    assertThatThrownBy(
            () -> turns("{'role':'customer','start':0,'end':10,'text':'secret'}," + second))
        .isInstanceOfSatisfying(
            TranscriptException.class, e -> assertThat(e.reason()).isEqualTo("bad_turn"))
        .hasMessageStartingWith("t.json turn 2")
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | no_turns",
        "{'turns':[]} | no_turns",
        "{'turns':{'role':'agent'}} | no_turns",
        "{'turns':null} | no_turns",
        "[] | bad_json",
        "`` | bad_json",
        "{'turns':[{'text':'secret | bad_json",
        "{'turns':[{'role':'agent','start':NaN}]} | bad_json",
        "{'turns':[]} trailing | bad_json"
      })
  void whatIsNoTranscriptSaysSo(String json, String reason) {
    assertThatThrownBy(() -> read(json.replace('\'', '"')))
        .isInstanceOfSatisfying(
            TranscriptException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageStartingWith("t.json")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aHugeFileIsRefused() {
    TranscriptLimits small = new TranscriptLimits(100, 2, 10, 1, 1);
    assertThatThrownBy(() -> TranscriptFile.read(new byte[101], "t.json", READER, small))
        .hasMessageContaining("100 bytes");
    assertThatThrownBy(
            () ->
                TranscriptFile.read("{\"turns\":[1,2,3]}".getBytes(UTF_8), "t.json", READER, small))
        .hasMessageContaining("3 turns, expected at most 2");
  }

  @Test
  void theTranscriptIsTheWeakestSourceOfMetadata() throws Exception {
    CallList.Builder calls = new CallList.Builder();
    calls.sidecar(
        READER.sidecar(
            "{\"call_id\":\"c1\",\"team\":\"Side\",\"lang\":\"nb\"}".getBytes(UTF_8), "s.json"));
    calls.all(
        READER.callList(
            new ByteArrayInputStream("call_id,team,queue\nc1,Row,Queue\n".getBytes(UTF_8)),
            "cdr.csv"));
    String json =
        """
        {"call_id":"c1","language":"en","labels":{"queue":"L"},"facts":{"direction":"inbound"},
         "metadata":{"team":"Own","queue":"Own","agent_name":"Own","duration_s":44},
         "turns":[{"role":"agent","start":0,"end":1,"text":"hi"}]}
        """;
    Inspection inspection =
        new TranscriptInspector(READER, calls.build(), new MetadataOptions(ZoneOffset.UTC, "en"))
            .inspect(
                "/t.json", Instant.EPOCH, () -> new ByteArrayInputStream(json.getBytes(UTF_8)));
    assertThat(inspection)
        .isInstanceOfSatisfying(
            Inspection.Ready.class,
            ready -> {
              assertThat(ready.recording().metadata().team()).isEqualTo("Side");
              assertThat(ready.recording().metadata().queue()).isEqualTo("Queue");
              assertThat(ready.recording().metadata().agentName()).isEqualTo("Own");
              assertThat(ready.recording().metadata().language()).isEqualTo("no");
              assertThat(ready.recording().metadata().direction()).isNull();
              assertThat(ready.recording().seconds()).isEqualTo(44);
            });
  }

  @Test
  void theSampleTranscriptsAreRead() throws Exception {
    Path calls = Path.of(System.getProperty("earshot.shared", "../../shared"), "calls");
    assumeThat(calls).exists();
    List<Path> files;
    try (var truth = Files.list(calls.resolve("truth"));
        var text = Files.walk(calls.resolve("text"))) {
      files =
          java.util.stream.Stream.concat(truth, text)
              .filter(f -> f.toString().endsWith(".json"))
              .sorted()
              .toList();
    }
    assertThat(files).hasSize(44);
    TranscriptInspector inspector =
        new TranscriptInspector(
            READER, CallList.empty(), new MetadataOptions(ZoneOffset.UTC, "en"));
    for (Path path : files) {
      Inspection inspection =
          inspector.inspect(path.toString(), Instant.EPOCH, () -> Files.newInputStream(path));
      assertThat(inspection).isInstanceOf(Inspection.Ready.class);
      Recording recording = ((Inspection.Ready) inspection).recording();
      assertThat(path.getFileName().toString()).startsWith(recording.callId());
      if (path.toString().contains("text")) {
        assertThat(recording.metadata().language())
            .isEqualTo(path.getParent().getFileName().toString());
      }
      TranscriptFile file = TranscriptFile.read(Files.readAllBytes(path), path.toString(), READER);
      assertThat(file.turns()).allSatisfy(t -> assertThat(t.words()).isNotEmpty());
    }
  }
}
