package earshot.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.data.CallLedger;
import earshot.data.Digests;
import earshot.data.Quarantine;
import earshot.data.QuarantineEntry;
import earshot.data.Tombstones;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Few audios and few ids, so that everything that can collide does. */
class AdmissionProperties {
  private record Found(int audio, int callId, boolean bad, boolean unreadable) {}

  private record Known(Set<Integer> done, Set<Integer> erased, Map<Integer, Boolean> quarantined) {}

  @Provide
  Arbitrary<List<Found>> found() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of(true, false, false, false),
            Arbitraries.of(true, false, false, false, false))
        .as(Found::new)
        .list()
        .ofMaxSize(14);
  }

  @Provide
  Arbitrary<Known> known() {
    Arbitrary<Set<Integer>> few = Arbitraries.integers().between(0, 7).set().ofMaxSize(2);
    return Combinators.combine(
            few,
            few,
            Arbitraries.maps(Arbitraries.integers().between(0, 7), Arbitraries.of(true, false))
                .ofMaxSize(3))
        .as(Known::new);
  }

  private static String sha(int audio) {
    return Digests.sha256("audio " + audio);
  }

  private static List<Inspection> files(List<Found> found) {
    List<Inspection> files = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Found f = found.get(i);
      String uri = "/in/" + (char) ('a' + (i * 7) % 26) + i + ".wav";
      files.add(
          f.unreadable()
              ? Samples.failed(uri, null)
              : f.bad() ? Samples.failed(uri, sha(f.audio())) : file(uri, f));
    }
    return files;
  }

  private static Inspection file(String uri, Found f) {
    return Samples.ready(uri, "call" + f.callId(), sha(f.audio()));
  }

  private static CallLedger ledger(Set<Integer> audios) {
    return CallLedger.of(audios.stream().map(a -> Samples.entry("call" + a % 5, sha(a))).toList());
  }

  private static Admission admission(Known known, boolean retry) {
    Map<String, QuarantineEntry> quarantine = new TreeMap<>();
    known
        .quarantined()
        .forEach(
            (a, conflict) ->
                quarantine.put(
                    sha(a),
                    new QuarantineEntry(
                        "/in/x.wav",
                        "s",
                        conflict ? Quarantine.CALL_ID_CONFLICT : "not_riff",
                        "m",
                        1)));
    return new Admission(
        ledger(known.done()),
        Tombstones.Erased.of(ledger(known.erased()).entries()),
        quarantine,
        retry);
  }

  private static List<Recording> processed(List<Decision> decisions) {
    return decisions.stream()
        .filter(Decision.Admit.class::isInstance)
        .map(d -> ((Decision.Admit) d).recording())
        .toList();
  }

  @Property
  void discoveredIsOkAndQuarantinedAndSkipped(
      @ForAll("found") List<Found> found, @ForAll("known") Known known, @ForAll boolean retry) {
    List<Inspection> files = files(found);
    List<Decision> decisions = admission(known, retry).decide(files);
    assertThat(decisions.stream().map(Decision::uri))
        .containsExactlyInAnyOrderElementsOf(files.stream().map(Inspection::uri).toList());
  }

  @Property
  void theOrderInWhichFilesAreFoundDoesNotMatter(
      @ForAll("found") List<Found> found, @ForAll("known") Known known, @ForAll boolean retry) {
    List<Inspection> files = files(found);
    List<Inspection> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, new Random(found.hashCode()));
    assertThat(admission(known, retry).decide(shuffled))
        .isEqualTo(admission(known, retry).decide(files));
  }

  @Property
  void noCallAndNoAudioIsProcessedTwice(
      @ForAll("found") List<Found> found, @ForAll("known") Known known, @ForAll boolean retry) {
    List<Recording> processed = processed(admission(known, retry).decide(files(found)));
    assertThat(processed).extracting(Recording::callId).doesNotHaveDuplicates();
    assertThat(processed).extracting(Recording::sha256).doesNotHaveDuplicates();
  }

  @Property
  void whatIsDoneOrErasedIsNeverProcessed(
      @ForAll("found") List<Found> found, @ForAll("known") Known known, @ForAll boolean retry) {
    Set<String> calls = new HashSet<>();
    Set<String> audios = new HashSet<>();
    for (CallLedger ledger : List.of(ledger(known.done()), ledger(known.erased()))) {
      ledger.entries().forEach(e -> calls.add(e.callId()));
      ledger.entries().forEach(e -> audios.add(e.sha256()));
    }
    assertThat(processed(admission(known, retry).decide(files(found))))
        .noneMatch(r -> calls.contains(r.callId()) || audios.contains(r.sha256()));
  }

  @Property
  void withoutRetryTheQuarantinedStayWhereTheyAre(
      @ForAll("found") List<Found> found, @ForAll("known") Known known) {
    assertThat(processed(admission(known, false).decide(files(found))))
        .noneMatch(
            r -> known.quarantined().keySet().stream().anyMatch(a -> sha(a).equals(r.sha256())));
  }

  @Property
  void aSecondRunHasNothingToDo(@ForAll("found") List<Found> found) {
    List<Inspection> files = files(found);
    Known nothing = new Known(Set.of(), Set.of(), Map.of());
    List<Decision> first = admission(nothing, false).decide(files);
    List<CallLedger.Entry> done =
        processed(first).stream().map(r -> Samples.entry(r.callId(), r.sha256())).toList();
    Map<String, QuarantineEntry> quarantine = new TreeMap<>();
    for (Decision decision : first) {
      if (decision instanceof Decision.Quarantined q) {
        quarantine.put(
            Quarantine.key(q.uri(), q.sha256()),
            new QuarantineEntry(q.uri(), q.stage(), q.reason(), q.message(), 1));
      }
    }
    List<Decision> second =
        new Admission(CallLedger.of(done), Tombstones.Erased.none(), quarantine, false)
            .decide(files);
    assertThat(processed(second)).isEmpty();
    assertThat(second.stream().filter(Decision.Quarantined.class::isInstance))
        .allMatch(d -> ((Decision.Quarantined) d).again())
        .hasSameSizeAs(first.stream().filter(Decision.Quarantined.class::isInstance).toList());
  }
}
