package earshot.index;

import earshot.match.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/** Which words of an index sound so. */
record SoundForms(IndexReader reader) {
  List<String> forms(Language language, String key) {
    TreeSet<String> forms = new TreeSet<>();
    try {
      for (LeafReaderContext segment : reader.leaves()) {
        forms.addAll(
            new SegmentWords(segment.reader(), language, SearchException.MOST_EXPANSIONS)
                .formsSounding(key));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(forms);
  }
}
