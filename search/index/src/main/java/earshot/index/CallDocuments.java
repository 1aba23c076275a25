package earshot.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Metadata;
import earshot.call.Turn;
import earshot.match.CallFields;
import earshot.match.Language;
import earshot.match.Places;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Makes the document of a call. */
final class CallDocuments {
  /** Positions, no norms: relevance counts finds, it does not weigh the length of calls. */
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    WORDS.freeze();
  }

  private CallDocuments() {}

  static Document of(CallRecord record, String stamp) {
    Language language = Language.of(record.transcript().language());
    Document document = new Document();
    document.add(new StringField(IndexFields.CALL_ID, record.callId(), Field.Store.YES));
    document.add(new SortedDocValuesField(IndexFields.CALL_ID, new BytesRef(record.callId())));
    document.add(new StringField(IndexFields.LANGUAGE, language.code(), Field.Store.YES));
    document.add(
        new NumericDocValuesField(
            IndexFields.STARTED_AT, record.metadata().startedAt().toInstant().toEpochMilli()));
    document.add(new BinaryDocValuesField(IndexFields.STAMP, new BytesRef(stamp)));
    words(record, language, document);
    events(record, document);
    fields(record, document);
    return document;
  }

  private static void words(CallRecord record, Language language, Document document) {
    List<Turn> turns = record.transcript().turns();
    document.add(new Field(IndexFields.form(language), CallWords.forms(turns, language), WORDS));
    document.add(new Field(IndexFields.stem(language), CallWords.stems(turns, language), WORDS));
    sounds(turns, language, document);
    document.add(new BinaryDocValuesField(IndexFields.TURNS, Timeline.turns(turns)));
    document.add(new BinaryDocValuesField(IndexFields.WORDS, Timeline.words(turns)));
    turns.forEach(t -> document.add(new StoredField(IndexFields.TEXT, t.text())));
  }

  /** Every form once: where it was said, its own postings tell. */
  private static void sounds(List<Turn> turns, Language language, Document document) {
    Set<String> forms = new HashSet<>();
    for (Turn turn : turns) {
      turn.words().forEach(w -> forms.addAll(language.analyse(w.word()).forms()));
    }
    for (String form : forms) {
      document.add(
          new StringField(
              IndexFields.sound(language),
              language.sound(form) + IndexFields.SOUND_END + form,
              Field.Store.NO));
    }
  }

  private static void events(CallRecord record, Document document) {
    document.add(new BinaryDocValuesField(IndexFields.EVENTS, CallEvents.encoded(record.events())));
    document.add(
        new NumericDocValuesField(IndexFields.LENGTH_MS, Places.ms(record.audio().seconds())));
    for (Event event : record.events()) {
      int ms = Places.ms(event.end()) - Places.ms(event.start());
      document.add(new IntPoint(IndexFields.eventMs(event.kind()), ms));
    }
  }

  private static void fields(CallRecord record, Document document) {
    CallFields fields = CallFields.of(record);
    fields
        .texts()
        .forEach(
            (field, text) -> {
              document.add(new StringField(IndexFields.text(field), text, Field.Store.NO));
              document.add(new SortedDocValuesField(IndexFields.text(field), new BytesRef(text)));
            });
    fields
        .numbers()
        .forEach(
            (field, number) -> {
              document.add(new DoublePoint(IndexFields.number(field), number));
              document.add(new DoubleDocValuesField(IndexFields.number(field), number));
            });
    Metadata metadata = record.metadata();
    CallSummary summary =
        new CallSummary(
            metadata.startedAt(),
            metadata.agentId(),
            metadata.agentName(),
            metadata.team(),
            fields,
            record.events());
    document.add(new StoredField(IndexFields.SUMMARY, json(record.callId(), summary)));
  }

  private static byte[] json(String callId, CallSummary summary) {
    try {
      return CallJson.mapper().writeValueAsBytes(summary);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("call " + callId + " cannot be summed up as JSON", e);
    }
  }
}
