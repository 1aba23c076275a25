package earshot.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataReaderTest {
  private static final Pseudonym PSEUDONYM = new Pseudonym(new byte[32]);
  private static final MetadataReader READER = new MetadataReader(PSEUDONYM);
  private static final MetadataOptions OPTIONS =
      new MetadataOptions(ZoneId.of("Europe/London"), "en-GB");
  private static final Instant FILE_TIME = Instant.parse("2026-10-05T10:00:00Z");
  private static final String SIDECAR =
      """
      {"call_id":"c1","start_time":"2026-10-08T09:03:02+01:00","duration_s":94.3,
       "direction":"inbound","agent_id":"A1101","agent_name":"Megan","team":"Amber",
       "queue":"Faults","company":"Brightwave","caller_number":"+442079460605",
       "called_number":"+442079460011","customer_name":"Helen Marsh","channels":2,
       "channel_roles":["agent","customer"],"agent_channel":0,"language":"en","file":"c1.wav"}
      """;

  private static SourceMetadata sidecar(String json) throws MetadataException {
    return READER.sidecar(json.getBytes(UTF_8), "c1.json");
  }

  private static JoinedMetadata join(SourceMetadata... sources) throws MetadataException {
    return new MetadataJoin(Arrays.asList(sources)).join(FILE_TIME, OPTIONS);
  }

  @Test
  void aSidecarGivesEverythingARecordingNeeds() throws Exception {
    JoinedMetadata joined = join(sidecar(SIDECAR));
    assertThat(joined.callId()).isEqualTo("c1");
    assertThat(joined.agentChannel()).isZero();
    assertThat(joined.seconds()).isEqualTo(94.3);
    assertThat(joined.zoneAssumed()).isFalse();
    assertThat(joined.metadata().startedAt()).hasToString("2026-10-08T09:03:02+01:00");
    assertThat(joined.metadata().startedAtSource()).isEqualTo("metadata");
    assertThat(joined.metadata().direction()).isEqualTo("inbound");
    assertThat(joined.metadata().agentId()).isEqualTo("A1101");
    assertThat(joined.metadata().agentName()).isEqualTo("Megan");
    assertThat(joined.metadata().team()).isEqualTo("Amber");
    assertThat(joined.metadata().queue()).isEqualTo("Faults");
    assertThat(joined.metadata().company()).isEqualTo("Brightwave");
    assertThat(joined.metadata().customerName()).isEqualTo("Helen Marsh");
    assertThat(joined.metadata().language()).isEqualTo("en");
    assertThat(joined.metadata().customerId())
        .isEqualTo(PSEUDONYM.ofNumber("+442079460605").orElseThrow());
  }

  @Test
  void telephoneNumbersEndInTheReader() throws Exception {
    SourceMetadata source =
        sidecar(
            SIDECAR
                .replace("Helen Marsh", "+44 20 7946 0605")
                .replace("\"Faults\"", "\"02079460011\""));
    assertThat(source.values().values().stream().map(SourceMetadata.Value::text))
        .noneMatch(text -> text.contains("7946"));
    assertThat(join(source).metadata().customerName()).isNull();
    assertThat(join(source).metadata().queue()).isNull();
  }

  @Test
  void aCallIdThatIsATelephoneNumberBecomesAPseudonym() throws Exception {
    String id = join(sidecar(SIDECAR.replace("\"c1\"", "\"+44 20 7946 0605\""))).callId();
    assertThat(id).isEqualTo("tel-" + PSEUDONYM.ofNumber("+442079460605").orElseThrow());
    assertThat(join(sidecar(SIDECAR.replace("\"c1\"", "\"1739283745\""))).callId())
        .isEqualTo("1739283745");
  }

  @ParameterizedTest
  @CsvSource({"2,2", "1,1", "'\"mono\"',1", "'\"Stereo\"',2", "'[\"agent\",\"customer\"]',"})
  void channelsAreCounted(String said, Integer channels) throws Exception {
    SourceMetadata source = sidecar(SIDECAR.replace("\"channels\":2", "\"channels\":" + said));
    assertThat(join(source).channels()).isEqualTo(channels);
  }

  @Test
  void theCustomerIsWhoCalledOrWasCalled() throws Exception {
    String called = PSEUDONYM.ofNumber("+442079460011").orElseThrow();
    assertThat(join(sidecar(SIDECAR.replace("inbound", "OUT"))).metadata().customerId())
        .isEqualTo(called);
    assertThat(join(sidecar(SIDECAR.replace("inbound", "internal"))).metadata().customerId())
        .isNull();
    assertThat(
            join(sidecar(SIDECAR.replace("\"channels\":2", "\"customer_id\":\"K7\"")))
                .metadata()
                .customerId())
        .isEqualTo(PSEUDONYM.ofId("K7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'startTime':'2026-10-08T09:03:02Z','Agent ID':'A1','CALL-ID':'x','lang':'nb-NO'}",
        "{'started_at':'2026-10-08T09:03:02Z','agent':{'id':'A1'},'id':'x','lang':'nn'}",
        "{'metadata':{'start':'2026-10-08T09:03:02Z','agentId':'A1','callId':'x','locale':'no_NO'}}",
        "{'call':{'id':'x','timestamp':'no','start':'2026-10-08T09:03:02Z'},'agent_id':'A1',"
            + "'call_language':'no','other':[{'id':'y'}]}"
      })
  void recordersSpellTheSameThingInManyWays(String json) throws Exception {
    JoinedMetadata joined = join(sidecar(json.replace('\'', '"')));
    assertThat(joined.callId()).isEqualTo("x");
    assertThat(joined.metadata().agentId()).isEqualTo("A1");
    assertThat(joined.metadata().language()).isEqualTo("no");
    assertThat(joined.metadata().startedAt()).hasToString("2026-10-08T09:03:02Z");
  }

  @Test
  void theStrongerSourceWinsFieldByField() throws Exception {
    JoinedMetadata joined =
        join(
            sidecar("{\"agent_name\":\"Megan\",\"team\":null,\"queue\":\" \"}"),
            sidecar("{\"agent_name\":\"Row\",\"team\":\"Amber\",\"call_id\":\"r\"}"),
            sidecar("{\"team\":\"T\",\"queue\":\"Q\",\"call_id\":\"t\"}"));
    assertThat(joined.metadata().agentName()).isEqualTo("Megan");
    assertThat(joined.metadata().team()).isEqualTo("Amber");
    assertThat(joined.metadata().queue()).isEqualTo("Q");
    assertThat(joined.callId()).isEqualTo("r");
  }

  @Test
  void withoutAStartTimeTheFilesTimeStandsIn() throws Exception {
    JoinedMetadata joined = join(sidecar("{}"));
    assertThat(joined.metadata().startedAtSource()).isEqualTo("file");
    assertThat(joined.metadata().startedAt()).hasToString("2026-10-05T11:00+01:00");
    assertThat(joined.metadata().language()).isEqualTo("en");
    assertThat(joined.callId()).isNull();
  }

  @Test
  void anAssumedZoneIsSaid() throws Exception {
    assertThat(join(sidecar("{\"start\":\"2026-10-08 09:03:02\"}")).zoneAssumed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"agent_channel\":1} | 1",
        "{\"agent_channel\":\"Right\"} | 1",
        "{\"agent_channel\":1,\"channel_roles\":[\"agent\",\"customer\"]} | 1",
        "{\"channel_roles\":[\"customer\",\"agent\"]} | 1",
        "{\"channel_roles\":\"operator;customer\"} | 0",
        "{\"channel_roles\":[\"mixed\"]} |",
        "{\"channel_roles\":[\"agent\"]} |",
        "{} |",
      })
  void theAgentsChannelIsTold(String json, Integer channel) throws Exception {
    assertThat(join(sidecar(json)).agentChannel()).isEqualTo(channel);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"start_time\":\"2026-13-01 10:00\"} | bad_time | start_time is '2026-13-01 10:00'",
        "{\"start_time\":\"+44 20 7946 0605\"} | bad_time | a number of 16 characters",
        "{\"direction\":\"sideways\"} | bad_direction | expected inbound or outbound",
        "{\"agent_channel\":2} | bad_channel | expected 0 (left) or 1 (right)",
        "{\"lang\":\"Klingon!\"} | bad_language | lang is 'Klingon!'",
        "{\"duration\":-3} | bad_duration | duration is '-3'",
        "[1] | bad_json | JSON object",
        "{\"agent_name\":\"Me | bad_json | line 1",
        "{} x | bad_json | broken",
      })
  void whatCannotBeReadNamesFileKeyAndValue(String json, String reason, String message) {
    assertThatThrownBy(() -> join(sidecar(json)))
        .isInstanceOfSatisfying(
            MetadataException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining("c1.json")
        .hasMessageContaining(message);
  }

  @Test
  void anEmptyOrBinaryFileIsNoSidecar() {
    for (byte[] bytes : List.of(new byte[0], new byte[] {0, 1, 2}, new byte[] {(byte) 0xff})) {
      assertThatThrownBy(() -> READER.sidecar(bytes, "x.json"))
          .isInstanceOf(MetadataException.class)
          .hasMessageContaining("x.json");
    }
  }

  @Test
  void aByteOrderMarkIsNotRead() throws Exception {
    assertThat(join(sidecar("\ufeff" + SIDECAR)).callId()).isEqualTo("c1");
  }

  @Test
  void durationsAreSecondsOrClockTimes() throws Exception {
    assertThat(join(sidecar("{\"duration\":\"1:02:03.5\"}")).seconds()).isEqualTo(3723.5);
    assertThat(join(sidecar("{\"duration\":61}")).seconds()).isEqualTo(61);
  }

  @Test
  void aSidecarLiesBesideItsRecording() {
    assertThat(Sidecars.candidates("s3://b/a.b/c1.wav"))
        .containsExactly("s3://b/a.b/c1.wav.json", "s3://b/a.b/c1.json");
    assertThat(Sidecars.candidates("/a.b/c1")).contains("/a.b/c1.json");
  }
}
