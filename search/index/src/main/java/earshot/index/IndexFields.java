package earshot.index;

import earshot.call.Event;
import earshot.match.Language;

/** Names of the Lucene fields. */
final class IndexFields {
  /** Changed whenever older indexes cannot be read; part of each commit. */
  static final String SCHEMA = "1";

  static final String SCHEMA_KEY = "earshot.schema";

  /** On every document of a call's block. */
  static final String CALL_ID = "call_id";

  /** The same as a column, on calls: a Lucene field has one structure on all documents. */
  static final String CALL_ID_COLUMN = "call_id.column";

  /** {@link #TURN} or {@link #CALL}. */
  static final String KIND = "kind";

  static final String TURN = "turn";
  static final String CALL = "call";

  /** On turns. */
  static final String ROLE = "role";

  static final String ROLE_ORDINAL = "role.ordinal";
  static final String TIMES = "times";
  static final String TEXT = "text";

  /** On calls. */
  static final String LANGUAGE = "language";

  static final String LENGTH_MS = "length_ms";
  static final String STARTED_AT = "started_at";
  static final String STAMP = "stamp";
  static final String EVENTS = "events";
  static final String SUMMARY = "summary";

  private IndexFields() {}

  static String form(Language language) {
    return "form." + language.code();
  }

  static String stem(Language language) {
    return "stem." + language.code();
  }

  static String text(String field) {
    return "text." + field;
  }

  static String number(String field) {
    return "number." + field;
  }

  /** Length in ms of each event of a kind. */
  static String eventMs(Event.Kind kind) {
    return "event." + kind.id();
  }
}
