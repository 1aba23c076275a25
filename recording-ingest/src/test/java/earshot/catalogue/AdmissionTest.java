package earshot.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.CallJson;
import earshot.data.CallLedger;
import earshot.data.Quarantine;
import earshot.data.QuarantineEntry;
import earshot.data.Tombstones;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);

  private static List<Decision> decide(
      List<CallLedger.Entry> done,
      Map<String, QuarantineEntry> quarantine,
      boolean retry,
      Inspection... files) {
    return new Admission(CallLedger.of(done), Tombstones.Erased.none(), quarantine, retry)
        .decide(List.of(files));
  }

  private static List<String> kinds(List<Decision> decisions) {
    return decisions.stream()
        .map(
            d ->
                d instanceof Decision.Skip skip
                    ? skip.why().name()
                    : d instanceof Decision.Quarantined q ? q.reason() : "ADMIT")
        .toList();
  }

  @Test
  void ofTheSameBytesTheFirstByUriStandsForAll() {
    List<Decision> decisions =
        decide(
            List.of(),
            Map.of(),
            false,
            Samples.ready("/2.wav", "c1", A),
            Samples.ready("/1.wav", "c1", A));
    assertThat(kinds(decisions)).containsExactly("ADMIT", "SAME_AUDIO");
    assertThat(decisions.get(0).uri()).isEqualTo("/1.wav");
    assertThat(((Decision.Skip) decisions.get(1)).detail()).contains("/1.wav");
  }

  @Test
  void aCopyWithUsableMetadataStandsForOneWithout() {
    assertThat(
            kinds(
                decide(
                    List.of(),
                    Map.of(),
                    false,
                    Samples.failed("/1.wav", A),
                    Samples.ready("/2.wav", "c1", A))))
        .containsExactly("SAME_AUDIO", "ADMIT");
  }

  @Test
  void otherAudioUnderAKnownIdIsAConflictThatNamesBoth() {
    List<Decision> decisions =
        decide(List.of(Samples.entry("c1", A)), Map.of(), false, Samples.ready("/x.wav", "c1", B));
    assertThat(kinds(decisions)).containsExactly("call_id_conflict");
    assertThat(((Decision.Quarantined) decisions.get(0)).message())
        .startsWith(Quarantine.conflictOf("c1"))
        .contains("/old/c1.wav");
  }

  @Test
  void withinARunTheFirstByUriKeepsTheId() {
    assertThat(
            kinds(
                decide(
                    List.of(),
                    Map.of(),
                    false,
                    Samples.ready("/2.wav", "c1", B),
                    Samples.ready("/1.wav", "c1", A))))
        .containsExactly("ADMIT", "call_id_conflict");
  }

  @Test
  void onRetryAGoodCopyGetsItsTurnBeforeTheOneThatFailed() {
    Map<String, QuarantineEntry> quarantine =
        Map.of(
            A, new QuarantineEntry("/1.wav", "decode", "not_riff", "m", 1),
            B, new QuarantineEntry("/2.wav", "catalogue", Quarantine.CALL_ID_CONFLICT, "m", 1));
    assertThat(
            kinds(
                decide(
                    List.of(),
                    quarantine,
                    true,
                    Samples.ready("/1.wav", "c1", A),
                    Samples.ready("/2.wav", "c1", B))))
        .containsExactly("call_id_conflict", "ADMIT");
  }

  @Test
  void aDoneCallStaysDoneWhenItsSidecarBreaksLater() {
    assertThat(
            kinds(
                decide(
                    List.of(Samples.entry("c1", A)), Map.of(), false, Samples.failed("/1.wav", A))))
        .containsExactly("DONE");
  }

  @Test
  void anErasedCallDoesNotComeBackUnderOtherBytesOrAnotherId() {
    Admission admission =
        new Admission(
            CallLedger.of(List.of()),
            Tombstones.Erased.of(List.of(Samples.entry("c1", A))),
            Map.of(),
            true);
    assertThat(
            kinds(
                admission.decide(
                    List.of(
                        Samples.ready("/1.wav", "c1", B),
                        Samples.ready("/2.wav", "c2", A),
                        Samples.failed("/3.wav", A),
                        Samples.ready("/4.wav", "c4", "d".repeat(64))))))
        .containsExactly("ERASED", "ERASED", "ERASED", "ADMIT");
  }

  @Test
  void inspectionsAndDecisionsAreReadAsWritten() throws Exception {
    for (Inspection file :
        List.of(Samples.ready("/1.wav", "c1", A), Samples.failed("/2.wav", null))) {
      String json = CallJson.mapper().writeValueAsString(file);
      assertThat(CallJson.mapper().readValue(json, Inspection.class)).isEqualTo(file);
    }
    for (Decision decision :
        decide(
            List.of(),
            Map.of(),
            false,
            Samples.ready("/1.wav", "c1", A),
            Samples.ready("/2.wav", "c1", A),
            Samples.ready("/3.wav", "c1", B))) {
      String json = CallJson.mapper().writeValueAsString(decision);
      assertThat(CallJson.mapper().readValue(json, Decision.class)).isEqualTo(decision);
    }
  }
}
