package earshot.index;

import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The queries of the benchmark, over the words of {@link GeneratedCalls}. */
record QueryLog(List<Entry> entries) {
  private static final String FILE = "query-log.tsv";

  QueryLog {
    entries = List.copyOf(entries);
  }

  /**
   * One query.
   *
   * @param kind under which the benchmark sums up
   */
  record Entry(String kind, String text, Query query) {}

  static QueryLog load() throws IOException, QuerySyntaxException {
    InputStream in = Objects.requireNonNull(QueryLog.class.getResourceAsStream(FILE), FILE);
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          String text = line.substring(tab + 1);
          entries.add(new Entry(line.substring(0, tab), text, QueryParser.parse(text)));
        }
      }
    }
    return new QueryLog(entries);
  }
}
