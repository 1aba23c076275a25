package earshot.audio.speech;

import java.util.Arrays;

/** A growing row of floats. */
final class FloatSeries {
  private float[] values = new float[4096];
  private int size;

  void add(float value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  /** Raises the value at an index that exists; others are ignored. */
  void raise(int index, float value) {
    if (index >= 0 && index < size) {
      values[index] = Math.max(values[index], value);
    }
  }

  int size() {
    return size;
  }

  float[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
