package earshot.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as an HTML table. */
final class Html {
  private Html() {}

  static String table(List<Map<String, @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return "<p>Nothing.</p>";
    }
    StringBuilder html = new StringBuilder("<table><thead><tr>");
    rows.get(0)
        .keySet()
        .forEach(
            name ->
                html.append("<th style=\"text-align:left\">")
                    .append(escaped(name.replace('_', ' ')))
                    .append("</th>"));
    html.append("</tr></thead><tbody>");
    for (Map<String, @Nullable Object> row : rows) {
      html.append("<tr>");
      for (Object value : row.values()) {
        String side = value instanceof Number ? "right" : "left";
        html.append("<td style=\"text-align:").append(side).append("\">");
        html.append(escaped(cell(value))).append("</td>");
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "-";
    }
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.1f", number)
        : value.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
