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
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Makes the block of a call: one document a turn, in order, then the document of the call. */
final class CallDocuments {
  /** Positions, no norms: relevance counts finds, it does not weigh the length of turns. */
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    WORDS.freeze();
  }

  private CallDocuments() {}

  static List<Document> of(CallRecord record, String stamp) {
    Language language = Language.of(record.transcript().language());
    List<Document> block = new ArrayList<>();
    for (Turn turn : record.transcript().turns()) {
      block.add(turn(record.callId(), turn, language));
    }
    block.add(call(record, stamp, language));
    return block;
  }

  private static Document turn(String callId, Turn turn, Language language) {
    Document document = new Document();
    document.add(new StringField(IndexFields.CALL_ID, callId, Field.Store.NO));
    document.add(new StringField(IndexFields.KIND, IndexFields.TURN, Field.Store.NO));
    document.add(new StringField(IndexFields.ROLE, turn.role().id(), Field.Store.NO));
    document.add(new NumericDocValuesField(IndexFields.ROLE_ORDINAL, turn.role().ordinal()));
    document.add(new BinaryDocValuesField(IndexFields.TIMES, TurnTimes.encode(turn)));
    document.add(new StoredField(IndexFields.TEXT, turn.text()));
    document.add(words(IndexFields.form(language), WordStream.forms(turn.words(), language)));
    document.add(words(IndexFields.stem(language), WordStream.stems(turn.words(), language)));
    return document;
  }

  private static Field words(String field, TokenStream words) {
    return new Field(field, words, WORDS);
  }

  private static Document call(CallRecord record, String stamp, Language language) {
    Document document = new Document();
    document.add(new StringField(IndexFields.CALL_ID, record.callId(), Field.Store.YES));
    document.add(
        new BinaryDocValuesField(IndexFields.CALL_ID_COLUMN, new BytesRef(record.callId())));
    document.add(new StringField(IndexFields.KIND, IndexFields.CALL, Field.Store.NO));
    document.add(new StringField(IndexFields.LANGUAGE, language.code(), Field.Store.YES));
    document.add(
        new NumericDocValuesField(IndexFields.LENGTH_MS, Places.ms(record.audio().seconds())));
    document.add(
        new NumericDocValuesField(
            IndexFields.STARTED_AT, record.metadata().startedAt().toInstant().toEpochMilli()));
    document.add(new BinaryDocValuesField(IndexFields.STAMP, new BytesRef(stamp)));
    for (Event event : record.events()) {
      int ms = Places.ms(event.end()) - Places.ms(event.start());
      document.add(new IntPoint(IndexFields.eventMs(event.kind()), ms));
    }
    CallFields fields = CallFields.of(record);
    fields
        .texts()
        .forEach((f, t) -> document.add(new StringField(IndexFields.text(f), t, Field.Store.NO)));
    fields.numbers().forEach((f, n) -> document.add(new DoublePoint(IndexFields.number(f), n)));
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
    return document;
  }

  private static byte[] json(String callId, CallSummary summary) {
    try {
      return CallJson.mapper().writeValueAsBytes(summary);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("call " + callId + " cannot be summed up as JSON", e);
    }
  }
}
