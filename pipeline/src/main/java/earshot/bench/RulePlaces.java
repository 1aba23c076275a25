package earshot.bench;

import earshot.call.CallRecord;
import earshot.data.CallStore;
import earshot.score.CallScorer;
import earshot.score.check.Place;
import earshot.score.mark.Mark;
import earshot.score.mark.Marks;
import earshot.score.phrase.LanguagePack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** All places of one rule in the calls of a data folder. */
final class RulePlaces {
  private final List<Drawn> places;
  private final int calls;

  private RulePlaces(List<Drawn> places, int calls) {
    this.places = places;
    this.calls = calls;
  }

  /** Looks through all calls. */
  static RulePlaces of(CallStore store, CallScorer scorer, String form, String question)
      throws IOException {
    List<Drawn> all = new ArrayList<>();
    List<Path> files = store.files();
    for (Path file : files) {
      CallRecord call = store.read(file);
      Optional<LanguagePack> pack = scorer.packs().find(call.transcript().language());
      if (pack.isPresent()) {
        String language = pack.get().code();
        String rule = scorer.rules().of(form, question, language);
        for (Place place : scorer.places(call, form, question)) {
          all.add(new Drawn(file, call.callId(), language, rule, place));
        }
      }
    }
    return new RulePlaces(all, files.size());
  }

  int calls() {
    return calls;
  }

  long count(String language, Mark.Kind kind) {
    return places.stream().filter(p -> p.language().equals(language) && p.kind() == kind).count();
  }

  /** The rule's hash by language, of the languages in which it has places. */
  Map<String, String> rules() {
    Map<String, String> rules = new TreeMap<>();
    places.forEach(p -> rules.put(p.language(), p.rule()));
    return rules;
  }

  /** Some of a kind that are not marked yet; the same seed draws the same. */
  List<Drawn> draw(Mark.Kind kind, Marks marks, long seed, int limit) {
    List<Drawn> open = new ArrayList<>(places.stream().filter(p -> p.kind() == kind).toList());
    Collections.shuffle(open, new Random(seed));
    return open.stream().filter(p -> !marks.has(p.key())).limit(limit).toList();
  }
}
