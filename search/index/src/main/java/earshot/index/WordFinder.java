package earshot.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;

/** Finds a word by its postings; several, where the beginning of a word stands for many. */
final class WordFinder implements SpanFinder {
  private final CallColumns call;
  private final PostingsEnum[] postings;
  private final Reach reach;
  private final SpanList found = new SpanList();

  WordFinder(CallColumns call, List<PostingsEnum> postings, Reach reach) {
    this.call = call;
    this.postings = postings.toArray(new PostingsEnum[0]);
    this.reach = reach;
  }

  /** About how many calls have the word. */
  long cost() {
    long cost = 0;
    for (PostingsEnum list : postings) {
      cost += list.cost();
    }
    return cost;
  }

  /** Where every find counts, the index knows how many there are without its positions. */
  @Override
  public int count() throws IOException {
    if (postings.length != 1 || !reach.everything()) {
      return find().size();
    }
    int document = call.call();
    int at = postings[0].docID();
    if (at < document) {
      at = postings[0].advance(document);
    }
    return at == document ? postings[0].freq() : 0;
  }

  @Override
  public SpanList find() throws IOException {
    found.clear();
    int document = call.call();
    int lists = 0;
    for (PostingsEnum list : postings) {
      int at = list.docID();
      if (at < document) {
        at = list.advance(document);
      }
      if (at == document) {
        lists++;
        for (int i = list.freq(); i > 0; i--) {
          int position = list.nextPosition();
          found.add(position, position);
        }
      }
    }
    if (lists > 1) {
      found.sort();
    }
    reach.filter(call, found);
    return found;
  }
}
