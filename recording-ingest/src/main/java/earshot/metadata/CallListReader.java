package earshot.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads one call list. Rows count as in a spreadsheet: the header is row 1. */
final class CallListReader {
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final int LONGEST_HEADER = 1 << 16;

  private final MetadataReader reader;
  private final String name;

  CallListReader(MetadataReader reader, String name) {
    this.reader = reader;
    this.name = name;
  }

  CallList read(InputStream in) throws IOException {
    try (BufferedReader text = text(in)) {
      CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter(text));
      try (MappingIterator<String[]> rows =
          CSV.readerFor(String[].class).with(schema).readValues(text)) {
        return rows(rows);
      }
    } catch (CharacterCodingException e) {
      throw new MetadataException("bad_csv", name + ": expected UTF-8; save the list as UTF-8");
    } catch (JsonProcessingException e) {
      // The parser's own message may quote a name or a number.
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new MetadataException(
          "bad_csv", name + ": expected CSV; a quote is not closed before line " + line);
    }
  }

  private CallList rows(MappingIterator<String[]> rows) throws IOException {
    if (!rows.hasNextValue()) {
      throw new MetadataException("bad_csv", name + " is empty, expected a header line");
    }
    List<String> header = trimmed(rows.nextValue());
    checkHeader(header);
    CallList.Builder list = new CallList.Builder();
    for (int number = 2; rows.hasNextValue(); number++) {
      List<String> cells = trimmed(rows.nextValue());
      if (!cells.stream().allMatch(String::isEmpty)) {
        list.row(row(header, cells, number));
      }
    }
    return list.build();
  }

  private SourceMetadata row(List<String> header, List<String> cells, int number) {
    String source = name + " row " + number;
    String problem = null;
    if (cells.size() < header.size()
        || cells.stream().skip(header.size()).anyMatch(c -> !c.isEmpty())) {
      problem =
          "%s has %d columns, the header has %d".formatted(source, cells.size(), header.size());
    }
    try {
      SourceMetadata row = reader.row(header, cells, source);
      return new SourceMetadata(source, row.values(), problem);
    } catch (MetadataException e) {
      return new SourceMetadata(source, ids(header, cells, source), e.getMessage());
    }
  }

  /** What still tells which call a bad row is about. */
  private Map<Field, SourceMetadata.Value> ids(
      List<String> header, List<String> cells, String source) {
    List<String> readable =
        cells.stream().map(c -> c.length() > MetadataReader.LONGEST_VALUE ? "" : c).toList();
    try {
      return reader.row(header, readable, source).values();
    } catch (MetadataException e) {
      return Map.of();
    }
  }

  private void checkHeader(List<String> header) throws MetadataException {
    boolean matches =
        header.stream()
            .flatMap(h -> RecorderWords.get().key(h).stream())
            .anyMatch(k -> k.field() == Field.CALL_ID || k.field() == Field.RECORDING_FILE);
    if (!matches) {
      throw new MetadataException(
          "bad_csv",
          // The first line is not quoted: in a list without a header it is somebody's call.
          name
              + ": expected a header line with a column call_id or recording_file, found "
              + header.size()
              + " columns and neither");
    }
  }

  private static List<String> trimmed(String[] cells) {
    List<String> trimmed = new ArrayList<>(cells.length);
    Arrays.stream(cells).map(c -> c == null ? "" : c.strip()).forEach(trimmed::add);
    return trimmed;
  }

  /** The delimiter that stands most often in the header, outside quotes. */
  private static char delimiter(BufferedReader text) throws IOException {
    text.mark(LONGEST_HEADER);
    int[] counts = new int[DELIMITERS.length];
    boolean quoted = false;
    for (int i = 0; i < LONGEST_HEADER - 1; i++) {
      int c = text.read();
      if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
        break;
      }
      quoted ^= c == '"';
      for (int d = 0; d < DELIMITERS.length && !quoted; d++) {
        counts[d] += c == DELIMITERS[d] ? 1 : 0;
      }
    }
    text.reset();
    int best = 0;
    for (int d = 1; d < DELIMITERS.length; d++) {
      best = counts[d] > counts[best] ? d : best;
    }
    return DELIMITERS[best];
  }

  /** Decodes by the byte-order mark, UTF-8 without one. */
  private static BufferedReader text(InputStream in) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(in, 3);
    byte[] start = bytes.readNBytes(3);
    Charset charset = StandardCharsets.UTF_8;
    int mark = 0;
    if (start.length == 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb) {
      mark = 3;
    } else if (start.length >= 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
      charset = StandardCharsets.UTF_16LE;
      mark = 2;
    } else if (start.length >= 2 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff) {
      charset = StandardCharsets.UTF_16BE;
      mark = 2;
    }
    bytes.unread(start, mark, start.length - mark);
    return new BufferedReader(
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }
}
