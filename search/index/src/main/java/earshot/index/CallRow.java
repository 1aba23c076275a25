package earshot.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/**
 * A call as the columns of the index tell it, without its words: enough to rank or draw from all
 * calls. Stands for one call after the other; belongs to one thread.
 */
public final class CallRow {
  private final SortedDocValues ids;
  private final List<Texts> texts = new ArrayList<>();
  private final List<Numbers> numbers = new ArrayList<>();
  private int call = -1;

  /** Values that occur are read once a segment. */
  private record Texts(String field, SortedDocValues column, @Nullable String[] read) {}

  private record Numbers(String field, NumericDocValues column) {}

  /**
   * @param wanted fields to read; others have no value here
   */
  CallRow(LeafReader segment, Predicate<String> wanted) throws IOException {
    this.ids = DocValues.getSorted(segment, IndexFields.CALL_ID);
    for (FieldInfo info : segment.getFieldInfos()) {
      String text = after(IndexFields.text(""), info.name);
      String number = after(IndexFields.number(""), info.name);
      if (text != null && wanted.test(text)) {
        SortedDocValues column = DocValues.getSorted(segment, info.name);
        texts.add(new Texts(text, column, new String[column.getValueCount()]));
      } else if (number != null && wanted.test(number)) {
        numbers.add(new Numbers(number, DocValues.getNumeric(segment, info.name)));
      }
    }
    texts.sort(Comparator.comparing(Texts::field));
    numbers.sort(Comparator.comparing(Numbers::field));
  }

  private static @Nullable String after(String beginning, String name) {
    return name.startsWith(beginning) ? name.substring(beginning.length()) : null;
  }

  /** Calls are visited in ascending order. */
  void moveTo(int document) {
    call = document;
  }

  public String callId() {
    try {
      if (!ids.advanceExact(call)) {
        throw new IllegalStateException("the index lacks the id of a call; rebuild it");
      }
      return ids.lookupOrd(ids.ordValue()).utf8ToString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of the call, by field, as filters compare them. */
  public void texts(BiConsumer<String, String> each) {
    try {
      for (Texts column : texts) {
        if (column.column().advanceExact(call)) {
          each.accept(column.field(), text(column));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Texts column) throws IOException {
    int ordinal = column.column().ordValue();
    String known = column.read()[ordinal];
    if (known == null) {
      known = column.column().lookupOrd(ordinal).utf8ToString();
      column.read()[ordinal] = known;
    }
    return known;
  }

  /** The numbers of the call, by field. */
  public void numbers(ObjDoubleConsumer<String> each) {
    try {
      for (Numbers column : numbers) {
        if (column.column().advanceExact(call)) {
          each.accept(column.field(), Double.longBitsToDouble(column.column().longValue()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
