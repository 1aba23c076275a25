package earshot.index;

import earshot.match.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Postings of the words of one segment, in one language. */
final class SegmentWords {
  private final LeafReader segment;
  private final Language language;
  private final int mostExpansions;

  /**
   * @param mostExpansions words that the beginning or the sound of one may stand for
   */
  SegmentWords(LeafReader segment, Language language, int mostExpansions) {
    this.segment = segment;
    this.language = language;
    this.mostExpansions = mostExpansions;
  }

  List<PostingsEnum> form(String form) throws IOException {
    return one(IndexFields.form(language), new BytesRef(form));
  }

  List<PostingsEnum> stem(String stem) throws IOException {
    return one(IndexFields.stem(language), new BytesRef(stem));
  }

  private List<PostingsEnum> one(String field, BytesRef word) throws IOException {
    List<PostingsEnum> lists = new ArrayList<>();
    Terms terms = segment.terms(field);
    if (terms != null) {
      TermsEnum term = terms.iterator();
      if (term.seekExact(word)) {
        lists.add(term.postings(null, PostingsEnum.POSITIONS));
      }
    }
    return lists;
  }

  List<PostingsEnum> beginning(String beginning) throws IOException {
    List<PostingsEnum> lists = new ArrayList<>();
    Terms terms = segment.terms(IndexFields.form(language));
    if (terms == null) {
      return lists;
    }
    TermsEnum term = terms.iterator();
    BytesRef wanted = new BytesRef(beginning);
    if (term.seekCeil(wanted) == TermsEnum.SeekStatus.END) {
      return lists;
    }
    for (BytesRef word = term.term();
        word != null && StringHelper.startsWith(word, wanted);
        word = term.next()) {
      lists.add(term.postings(null, PostingsEnum.POSITIONS));
      if (lists.size() > mostExpansions) {
        throw SearchException.tooManyWords(beginning);
      }
    }
    return lists;
  }

  /** Words that sound like the key says. */
  List<PostingsEnum> sounding(String key) throws IOException {
    List<PostingsEnum> lists = new ArrayList<>();
    for (String form : formsSounding(key)) {
      lists.addAll(form(form));
    }
    return lists;
  }

  List<String> formsSounding(String key) throws IOException {
    List<String> forms = new ArrayList<>();
    Terms terms = segment.terms(IndexFields.sound(language));
    if (terms == null) {
      return forms;
    }
    TermsEnum term = terms.iterator();
    BytesRef wanted = new BytesRef(key + IndexFields.SOUND_END);
    if (term.seekCeil(wanted) == TermsEnum.SeekStatus.END) {
      return forms;
    }
    for (BytesRef word = term.term();
        word != null && StringHelper.startsWith(word, wanted);
        word = term.next()) {
      forms.add(
          new BytesRef(word.bytes, word.offset + wanted.length, word.length - wanted.length)
              .utf8ToString());
      if (forms.size() > mostExpansions) {
        throw SearchException.tooManyWords(key);
      }
    }
    return forms;
  }
}
