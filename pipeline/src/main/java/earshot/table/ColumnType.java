package earshot.table;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The types that columns of the tables have. */
enum ColumnType {
  TEXT("text"),
  /** 32 bits. */
  COUNT("integer"),
  /** 64 bits. */
  NUMBER("double"),
  FLAG("boolean"),
  /** A calendar day without a zone; days since 1970-01-01 in the file. */
  DATE("date"),
  /** A moment in UTC; microseconds since 1970-01-01T00:00Z in the file. */
  TIME("timestamp (UTC, microseconds)");

  private final String label;

  ColumnType(String label) {
    this.label = label;
  }

  /** The name used in the documentation. */
  String label() {
    return label;
  }

  Schema schema() {
    return switch (this) {
      case TEXT -> Schema.create(Schema.Type.STRING);
      case COUNT -> Schema.create(Schema.Type.INT);
      case NUMBER -> Schema.create(Schema.Type.DOUBLE);
      case FLAG -> Schema.create(Schema.Type.BOOLEAN);
      case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
      case TIME -> LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
    };
  }
}
