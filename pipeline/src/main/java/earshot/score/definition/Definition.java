package earshot.score.definition;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A piece of a YAML file that knows its line, so that whoever writes a form or a phrase is told
 * where it is wrong. Values are taken as written: {@code no} is the word, not a truth value.
 */
public final class Definition {
  private final String source;
  private final Node node;

  private Definition(String source, Node node) {
    this.source = source;
    this.node = node;
  }

  /**
   * Reads a file.
   *
   * @param source name of the file, for messages
   * @throws DefinitionException when the text is no YAML
   */
  public static Definition parse(String source, String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        throw new DefinitionException(source, 1, "the file is empty");
      }
      return new Definition(source, root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new DefinitionException(source, line, "no YAML: " + e.getProblem(), e);
    }
  }

  public String source() {
    return source;
  }

  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** An error that names this place. */
  public DefinitionException error(String message) {
    return new DefinitionException(source, line(), message);
  }

  public DefinitionException error(String message, Throwable cause) {
    return new DefinitionException(source, line(), message, cause);
  }

  /** Where it stands, for messages: file and line. */
  public String where() {
    return source + ":" + line();
  }

  /** What it says, without its layout and comments. */
  public String canonical() {
    StringBuilder out = new StringBuilder();
    canonical(node, out);
    return out.toString();
  }

  private static void canonical(Node node, StringBuilder out) {
    if (node instanceof ScalarNode scalar) {
      String value = scalar.getValue().strip();
      out.append(value.length()).append(':').append(value);
    } else if (node instanceof SequenceNode sequence) {
      out.append('[');
      sequence.getValue().forEach(n -> canonical(n, out));
      out.append(']');
    } else if (node instanceof MappingNode mapping) {
      out.append('{');
      for (NodeTuple tuple : mapping.getValue()) {
        canonical(tuple.getKeyNode(), out);
        canonical(tuple.getValueNode(), out);
      }
      out.append('}');
    }
  }

  public boolean isText() {
    return node instanceof ScalarNode;
  }

  public String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw error("a text is expected here");
  }

  public int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw error("a whole number is expected here, not '" + text() + "'", e);
    }
  }

  public double decimal() {
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      throw error("a number is expected here, not '" + text() + "'", e);
    }
  }

  /** The items of a list; a single value is a list of one. */
  public List<Definition> list() {
    if (node instanceof SequenceNode sequence) {
      List<Definition> items = new ArrayList<>();
      sequence.getValue().forEach(n -> items.add(new Definition(source, n)));
      return items;
    }
    return List.of(this);
  }

  public List<String> texts() {
    return list().stream().map(Definition::text).toList();
  }

  /** The entries in the order of the file. */
  public Map<String, Definition> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw error("'name: value' entries are expected here");
    }
    Map<String, Definition> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Definition key = new Definition(source, tuple.getKeyNode());
      if (entries.put(key.text(), new Definition(source, tuple.getValueNode())) != null) {
        throw key.error("'" + key.text() + "' is there twice");
      }
    }
    return Collections.unmodifiableMap(entries);
  }

  /** The entries, of which only some are known. */
  public Map<String, Definition> entries(Set<String> known) {
    Map<String, Definition> entries = entries();
    entries.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            throw value.error("'" + name + "' is not known here; known are " + sorted(known));
          }
        });
    return entries;
  }

  /** An entry that must be there. */
  public Definition need(String name) {
    Definition value = find(name);
    if (value == null) {
      throw error("'" + name + "' is missing");
    }
    return value;
  }

  public @Nullable Definition find(String name) {
    return entries().get(name);
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
