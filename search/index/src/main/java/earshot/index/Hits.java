package earshot.index;

import earshot.call.Event;
import earshot.match.CompiledQuery;
import earshot.match.Evaluator;
import earshot.match.Match;
import earshot.match.Places;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;

/** Shows what was found in calls. */
final class Hits {
  private final IndexReader reader;
  private final StoredFields stored;
  private final LanguageQueries queries;

  /** One a segment and language: its calls are visited in ascending order. */
  private final Map<String, IndexedCall> views = new HashMap<>();

  Hits(IndexReader reader, LanguageQueries queries) throws IOException {
    this.reader = reader;
    this.stored = reader.storedFields();
    this.queries = queries;
  }

  /** The hits of calls, in the order given. */
  List<SearchHit> of(List<ScoreDoc> documents) throws IOException {
    SearchHit[] hits = new SearchHit[documents.size()];
    Integer[] ascending = new Integer[hits.length];
    Arrays.setAll(ascending, i -> i);
    Arrays.sort(ascending, Comparator.comparingInt(i -> documents.get(i).doc));
    for (int i : ascending) {
      hits[i] = of(documents.get(i).doc);
    }
    return List.of(hits);
  }

  private SearchHit of(int document) throws IOException {
    Document call = stored.document(document);
    CompiledQuery query = queries.of(call.get(IndexFields.LANGUAGE));
    LeafReaderContext segment = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    IndexedCall view = view(segment, query);
    view.moveTo(document - segment.docBase, call);
    Map<Integer, SortedSet<Integer>> turns = new TreeMap<>();
    List<Event> events = new ArrayList<>();
    for (Match match : new Evaluator(view).find(query.node())) {
      if (match.event() != null) {
        events.add(match.event());
      } else {
        turns.computeIfAbsent(match.turn(), t -> new TreeSet<>()).addAll(match.words());
      }
    }
    Set<Long> bySound = SoundOnly.places(query.node(), view);
    String[] texts = call.getValues(IndexFields.TEXT);
    List<TurnMatch> matches = new ArrayList<>();
    turns.forEach(
        (turn, words) -> matches.add(turn(view, turn, texts[turn], List.copyOf(words), bySound)));
    return new SearchHit(call.get(IndexFields.CALL_ID), matches, events, view.summary());
  }

  private IndexedCall view(LeafReaderContext segment, CompiledQuery query) throws IOException {
    String key = segment.ord + " " + query.language().code();
    IndexedCall view = views.get(key);
    if (view == null) {
      view = new IndexedCall(segment.reader(), query.language(), Integer.MAX_VALUE);
      views.put(key, view);
    }
    return view;
  }

  private static TurnMatch turn(
      IndexedCall view, int turn, String text, List<Integer> positions, Set<Long> soundOnly) {
    List<List<Double>> words = new ArrayList<>();
    List<List<Double>> bySound = new ArrayList<>();
    for (int position : positions) {
      long place = Places.of(turn, position);
      List<Double> times = List.of(view.startMs(place) / 1000.0, view.endMs(place) / 1000.0);
      words.add(times);
      if (soundOnly.contains(place)) {
        bySound.add(times);
      }
    }
    Timeline timeline = view.timeline();
    return new TurnMatch(
        timeline.role(turn),
        timeline.startMs(turn) / 1000.0,
        timeline.endMs(turn) / 1000.0,
        text,
        words,
        bySound,
        turn,
        positions);
  }
}
