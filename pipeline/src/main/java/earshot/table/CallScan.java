package earshot.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.module.SimpleModule;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Word;
import earshot.data.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads call records for tables. Three quarters of a record are its words, of which tables need
 * only the number: they are passed over, and every turn holds as many placeholders. Thread-safe.
 */
final class CallScan {
  private static final Word PLACEHOLDER = new Word("[word]", 0, 0, 0);

  private final ObjectReader reader;

  CallScan() {
    SimpleModule module = new SimpleModule();
    module.addDeserializer(Word.class, new PassOver());
    reader =
        CallJson.mapper()
            .rebuild()
            .addModule(module)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build()
            .readerFor(CallRecord.class);
  }

  /**
   * Reads one record.
   *
   * @throws IOException naming the file, when it is missing or no call record
   */
  CallRecord read(Path file) throws IOException {
    try {
      return reader.readValue(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IOException(file + " is no readable call record: " + FileTrouble.reason(e), e);
    }
  }

  private static final class PassOver extends JsonDeserializer<Word> {
    @Override
    public Word deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      parser.skipChildren();
      return PLACEHOLDER;
    }
  }
}
