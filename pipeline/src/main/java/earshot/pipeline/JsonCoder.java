package earshot.pipeline;

import earshot.call.CallJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;

/**
 * Carries a record between transforms as JSON.
 *
 * @param <T> a record without maps in no particular order, so that equal values give equal bytes
 */
final class JsonCoder<T> extends CustomCoder<T> {
  private static final long serialVersionUID = 1;

  private final Class<T> type;

  private JsonCoder(Class<T> type) {
    this.type = type;
  }

  static <T> JsonCoder<T> of(Class<T> type) {
    return new JsonCoder<>(type);
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    ByteArrayCoder.of().encode(CallJson.mapper().writeValueAsBytes(value), out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    return CallJson.mapper().readValue(ByteArrayCoder.of().decode(in), type);
  }

  @Override
  public void verifyDeterministic() {
    // records are written component by component, always in the same order
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonCoder<?> coder && coder.type.equals(type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }
}
