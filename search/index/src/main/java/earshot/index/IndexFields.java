package earshot.index;

import earshot.call.Event;
import earshot.match.Language;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of the Lucene fields. Every document is a call. */
final class IndexFields {
  /** Changed whenever older indexes cannot be read; part of each commit. */
  static final String SCHEMA = "3";

  static final String SCHEMA_KEY = "earshot.schema";

  static final String CALL_ID = "call_id";
  static final String LANGUAGE = "language";

  /** Columns of {@link Timeline} and {@link CallColumns}. */
  static final String TURNS = "turns";

  static final String WORDS = "words";
  static final String EVENTS = "events";
  static final String LENGTH_MS = "length_ms";

  static final String STARTED_AT = "started_at";
  static final String STAMP = "stamp";

  /** Stored: the text of each turn, in order. */
  static final String TEXT = "text";

  /** Stored: a {@link CallSummary} as JSON. */
  static final String SUMMARY = "summary";

  private IndexFields() {}

  static String form(Language language) {
    return "form." + language.code();
  }

  static String stem(Language language) {
    return "stem." + language.code();
  }

  /** Key of a sound and a form that sounds so, {@link #SOUND_END} between them. */
  static String sound(Language language) {
    return "sound." + language.code();
  }

  static final char SOUND_END = '\u0001';

  private static final String TEXT_FIELD = "text.";
  private static final String NUMBER_FIELD = "number.";

  /** Of a field of {@link earshot.match.CallFields}: searchable, and a column. */
  static String text(String field) {
    return TEXT_FIELD + field;
  }

  /** The same for numbers. */
  static String number(String field) {
    return NUMBER_FIELD + field;
  }

  /** The field of a call that a Lucene field holds; empty for those that hold something else. */
  static Optional<String> ofCall(String lucene) {
    return Stream.of(TEXT_FIELD, NUMBER_FIELD)
        .filter(lucene::startsWith)
        .map(kind -> lucene.substring(kind.length()))
        .findFirst();
  }

  /** Length in ms of each event of a kind. */
  static String eventMs(Event.Kind kind) {
    return "event." + kind.id();
  }
}
