package earshot.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as one JSON object; every row has every key, with null where there is no value. */
final class JsonReport {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .serializationInclusion(JsonInclude.Include.ALWAYS)
          .build()
          .writerWithDefaultPrettyPrinter();

  private JsonReport() {}

  static String text(Report report) {
    Report.Head head = report.head();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("by", head.by().toString());
    json.put("from", head.from() == null ? null : head.from().toString());
    json.put("to", head.to() == null ? null : head.to().toString());
    json.put("calls", head.calls());
    json.put("minimum_n", head.minimum());
    json.put("notes", head.notes());
    json.put("rows", report.named());
    try {
      return WRITER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report by " + head.by() + " cannot be JSON", e);
    }
  }
}
