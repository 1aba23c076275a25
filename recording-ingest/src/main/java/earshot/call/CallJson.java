package earshot.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** JSON of the call record, and the mapper for everything else in the data folder. Thread-safe. */
public final class CallJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(roundedNumbers())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private CallJson() {}

  /** A tenth of a millisecond, a hundredth of a per cent: finer digits only make files larger. */
  private static SimpleModule roundedNumbers() {
    SimpleModule module = new SimpleModule("rounded-numbers");
    module.addSerializer(Double.class, new RoundedDouble());
    module.addSerializer(double.class, new RoundedDouble());
    return module;
  }

  private static final class RoundedDouble extends StdSerializer<Double> {
    private static final long serialVersionUID = 1;
    private static final double STEPS = 10_000;

    RoundedDouble() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      double rounded = Math.rint(value * STEPS) / STEPS;
      if (Double.isFinite(rounded) && Math.abs(rounded) < Long.MAX_VALUE / STEPS) {
        json.writeNumber(rounded);
      } else {
        json.writeNumber(value);
      }
    }
  }

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
