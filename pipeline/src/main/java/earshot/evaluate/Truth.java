package earshot.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.AnswerValue;
import earshot.call.CallJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What people say about a call.
 *
 * @param labels question to answer
 * @param facts name, as in the call record, to value as text
 */
public record Truth(String callId, Map<String, AnswerValue> labels, Map<String, String> facts) {
  private static final List<String> PLAIN_FACTS =
      List.of("call_type", "complaint", "resolved", "transferred", "says_called_before");

  public Truth {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /**
   * Reads all truth files of a folder and the folders in it: JSON files that hold {@code labels}.
   *
   * @throws IOException when one cannot be read, naming it
   */
  public static List<Truth> readAll(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(p -> p.toString().endsWith(".json")).sorted().toList();
    }
    List<Truth> all = new ArrayList<>();
    for (Path file : files) {
      JsonNode root = read(file);
      if (root.path("labels").isObject()) {
        all.add(of(file, root));
      }
    }
    return all;
  }

  /** Reads one truth file. */
  public static Truth read(Path file, String callId) throws IOException {
    Truth truth = of(file, read(file));
    return new Truth(callId, truth.labels(), truth.facts());
  }

  private static JsonNode read(Path file) throws IOException {
    try {
      return CallJson.mapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new IOException(file + ": no JSON: " + e.getMessage(), e);
    }
  }

  private static Truth of(Path file, JsonNode root) throws IOException {
    String id = root.path("call_id").asText("");
    if (id.isEmpty()) {
      throw new IOException(file + ": a truth file needs a call_id");
    }
    Map<String, AnswerValue> labels = new TreeMap<>();
    for (Map.Entry<String, JsonNode> label : root.path("labels").properties()) {
      JsonNode node = label.getValue();
      String answer = node.isTextual() ? node.asText() : node.path("answer").asText();
      try {
        labels.put(label.getKey(), AnswerValue.valueOf(answer));
      } catch (IllegalArgumentException e) {
        throw new IOException(
            file + ": label " + label.getKey() + " is '" + answer + "', not YES, NO or NA", e);
      }
    }
    return new Truth(id, labels, facts(root.path("facts")));
  }

  private static Map<String, String> facts(JsonNode node) {
    Map<String, String> facts = new TreeMap<>();
    for (String name : PLAIN_FACTS) {
      if (node.hasNonNull(name)) {
        facts.put(name, node.get(name).asText());
      }
    }
    JsonNode holds = node.path("holds");
    if (holds.isObject()) {
      facts.put("holds", holds.path("count").asText());
    } else if (holds.isNumber()) {
      facts.put("holds", holds.asText());
    }
    return facts;
  }
}
