package earshot.table;

/** The documentation of the tables, from the columns themselves. */
public final class TableDocs {
  private static final String HEAD =
      """
      # Tables

      `DIR/parquet/<table>/date=<yyyy-mm-dd>/part-00000.parquet`: one file a table and day, compressed
      with Zstandard, made from the call records and kept equal to them. This page is made from the
      code that writes them; a test fails when it is stale.

      - The folder name `date` is the day of the call in the zone it was recorded with. Readers that
        know such folders show it as a column beside `local_date`, which is in the files; both are
        always equal. Conditions on `date` open only the files of those days.
      - Times are UTC with microseconds. `utc_offset_minutes` of `calls` leads back to local time.
      - Durations end in `_seconds`; points in time inside a call are seconds from the start of the
        audio.
      - Answers, scores and coverage are the effective ones: what a person decided stands in the place
        of the machine's answer, with `layer` = `person`.
      - `NA` and `UNKNOWN` are in no denominator. `n` is always YES plus NO.
      - Scores and shares of different versions of a form are not comparable; every row names its
        version.
      - A share has a Wilson interval at 95 %, a mean score one by Student's t. Both take calls as
        independent of each other. `agent_days` pools all questions of a form: answers of one call hang
        together, so its interval is rather too narrow.
      - Columns are added at will, and older files then have null there; a column never changes its
        type or meaning without a new name.

      ```sql
      -- DuckDB, in the data folder
      SELECT team, avg(score), count(score) AS n
      FROM 'parquet/scorecards/*/*.parquet'
      WHERE form = 'courtesy' AND date BETWEEN '2026-10-01' AND '2026-10-31'
      GROUP BY team;
      ```
      """;

  private TableDocs() {}

  /** The whole page, as it stands in {@code docs/tables.md}. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Table<?> table : Tables.ALL) {
      page.append("\n## ").append(table.name()).append("\n\nOne row: ").append(table.row());
      page.append(".\n\n| column | type | unit | meaning | from the call record |\n");
      page.append("|---|---|---|---|---|\n");
      for (Column<?> column : table.columns()) {
        page.append("| `").append(column.name()).append("` | ").append(column.type().label());
        page.append(column.nullable() ? ", nullable" : "").append(" | ").append(column.unit());
        page.append(" | ").append(column.meaning()).append(" | ");
        page.append(column.source().isEmpty() ? "" : "`" + column.source() + "`").append(" |\n");
      }
    }
    return page.toString();
  }
}
