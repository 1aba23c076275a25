package earshot.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** JSON of the call record, and the mapper for everything else in the data folder. Thread-safe. */
public final class CallJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private CallJson() {}

  /** The mapper: snake_case names, ISO dates, nulls left out, unknown properties ignored. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  public static byte[] write(CallRecord record) {
    try {
      return MAPPER.writeValueAsBytes(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("call " + record.callId() + " cannot be written as JSON", e);
    }
  }

  /**
   * Reads a call record.
   *
   * @throws IOException when the bytes are no call record of this schema
   */
  public static CallRecord read(byte[] json) throws IOException {
    return MAPPER.readValue(json, CallRecord.class);
  }
}
