package earshot.index;

import java.util.List;

/**
 * Calls like another one.
 *
 * @param words that set the call apart from others, as said in it, the weightiest first; a hit
 *     shares some of them in some form
 * @param hits the most similar first, without matches
 */
public record SimilarCalls(List<String> words, List<SearchHit> hits) {
  public SimilarCalls {
    words = List.copyOf(words);
    hits = List.copyOf(hits);
  }
}
