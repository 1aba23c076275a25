package earshot.index;

import earshot.call.Event;
import earshot.match.CompiledQuery;
import earshot.match.Evaluator;
import earshot.match.Language;
import earshot.match.Match;
import earshot.match.Places;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.join.BitSetProducer;

/** Shows what was found in a call. */
final class Hits {
  private final IndexReader reader;
  private final StoredFields stored;
  private final BitSetProducer calls;
  private final Map<String, CompiledQuery> byLanguage;

  Hits(IndexReader reader, BitSetProducer calls, Map<String, CompiledQuery> byLanguage)
      throws IOException {
    this.reader = reader;
    this.stored = reader.storedFields();
    this.calls = calls;
    this.byLanguage = byLanguage;
  }

  /** The hit of a call's document. */
  SearchHit of(int document) throws IOException {
    Document call = stored.document(document);
    CompiledQuery query = byLanguage.get(call.get(IndexFields.LANGUAGE));
    if (query == null) {
      throw new IllegalStateException("a call in a language that was not searched");
    }
    LeafReaderContext segment = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    BlockView view = view(segment, query.language());
    view.moveTo(document - segment.docBase);
    Map<Integer, SortedSet<Integer>> turns = new TreeMap<>();
    List<Event> events = new ArrayList<>();
    for (Match match : new Evaluator(view).find(query.node())) {
      if (match.event() != null) {
        events.add(match.event());
      } else {
        turns.computeIfAbsent(match.turn(), t -> new TreeSet<>()).addAll(match.words());
      }
    }
    List<TurnMatch> matches = new ArrayList<>();
    for (Map.Entry<Integer, SortedSet<Integer>> turn : turns.entrySet()) {
      matches.add(turn(view, segment, turn.getKey(), List.copyOf(turn.getValue())));
    }
    return new SearchHit(call.get(IndexFields.CALL_ID), matches, events, view.summary());
  }

  private BlockView view(LeafReaderContext segment, Language language) throws IOException {
    BlockView view = BlockView.of(segment, calls, language, Integer.MAX_VALUE);
    if (view == null) {
      throw new IllegalStateException("a segment with a hit has no calls");
    }
    return view;
  }

  private TurnMatch turn(
      BlockView view, LeafReaderContext segment, int turn, List<Integer> positions)
      throws IOException {
    String text = stored.document(segment.docBase + view.turnDocument(turn)).get(IndexFields.TEXT);
    List<List<Double>> words = new ArrayList<>();
    for (int position : positions) {
      long place = Places.of(turn, position);
      words.add(List.of(view.startMs(place) / 1000.0, view.endMs(place) / 1000.0));
    }
    TurnTimes times = view.times(turn);
    return new TurnMatch(
        view.role(turn),
        times.startMs() / 1000.0,
        times.endMs() / 1000.0,
        text == null ? "" : text,
        words,
        turn,
        positions);
  }
}
