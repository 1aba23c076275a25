package earshot.workbench.search;

import earshot.workbench.web.Sentence;
import java.util.List;

/**
 * Calls like a call.
 *
 * @param facts of the call: when, who, how long
 * @param words that set it apart from others, the weightiest first
 */
public record SimilarView(
    String callId,
    String link,
    Sentence facts,
    List<String> words,
    List<SearchView.HitView> hits) {}
