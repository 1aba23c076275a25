package earshot.match;

import earshot.query.Query;
import earshot.query.QueryPrinter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A query made ready for one language, to be asked of many calls. Immutable and thread-safe.
 *
 * @param query as given
 * @param node words analysed, families resolved
 */
public record CompiledQuery(Query query, Language language, Node node) {

  /** Compiles a query without families. */
  public static CompiledQuery of(Query query, Language language) {
    return of(query, language, Map.of());
  }

  /**
   * Compiles a query.
   *
   * @param families what {@code #name} stands for
   * @throws IllegalArgumentException when a family is not there, refers to itself, or stands where
   *     its query has no meaning
   */
  public static CompiledQuery of(Query query, Language language, Map<String, Query> families) {
    return new CompiledQuery(query, language, new Compiler(language, families).compile(query));
  }

  private static final class Compiler {
    private final Language language;
    private final Map<String, Query> families;
    private final Deque<String> open = new ArrayDeque<>();

    Compiler(Language language, Map<String, Query> families) {
      this.language = language;
      this.families = families;
    }

    Node compile(Query query) {
      if (query instanceof Query.Word word) {
        return word(word.text());
      } else if (query instanceof Query.Prefix prefix) {
        return new Node.Beginning(language.form(prefix.text()));
      } else if (query instanceof Query.Phrase phrase) {
        return sequence(phrase);
      } else if (query instanceof Query.Template template) {
        List<Node> phrases = template.phrases().stream().map(this::sequence).toList();
        return phrases.size() == 1 ? phrases.get(0) : new Node.Any(phrases);
      } else if (query instanceof Query.Sounding sounding) {
        return new Node.Sounding(language.sound(sounding.text()), language.form(sounding.text()));
      } else if (query instanceof Query.Near near) {
        return new Node.Near(inside(near.left()), inside(near.right()), near.gap());
      } else if (query instanceof Query.NotIn notIn) {
        return new Node.Outside(inside(notIn.find()), inside(notIn.within()));
      } else if (query instanceof Query.Then then) {
        return new Node.Chain(then.parts().stream().map(this::along).toList());
      } else if (query instanceof Query.Said said) {
        return new Node.By(said.role(), compile(said.query()));
      } else if (query instanceof Query.Window window) {
        return new Node.During(window.side(), Places.ms(window.seconds()), compile(window.query()));
      } else if (query instanceof Query.And and) {
        return new Node.Every(all(and.parts()));
      } else if (query instanceof Query.Or or) {
        return new Node.Any(all(or.parts()));
      } else if (query instanceof Query.Not not) {
        return new Node.None(compile(not.query()));
      } else if (query instanceof Query.Happening event) {
        return new Node.Happening(event.kind(), event.comparison(), Places.ms(event.seconds()));
      } else if (query instanceof Query.Filter filter) {
        return new Node.Test(filter);
      } else if (query instanceof Query.Family family) {
        return family(family.name());
      }
      return new Node.All();
    }

    private List<Node> all(List<Query> queries) {
      List<Node> nodes = new ArrayList<>(queries.size());
      queries.forEach(q -> nodes.add(compile(q)));
      return nodes;
    }

    /** A word with a hyphen is also looked for as the words it joins. */
    private Node word(String text) {
      Node whole = new Node.Term(true, language.stem(text));
      List<Node.Element> parts = new ArrayList<>();
      for (String part : text.startsWith("[") ? new String[0] : text.split("-")) {
        String form = language.form(part);
        if (!form.isEmpty()) {
          parts.add(new Node.Element(form, false));
        }
      }
      return parts.size() < 2 ? whole : new Node.Any(List.of(whole, new Node.Sequence(parts)));
    }

    private Node sequence(Query.Phrase phrase) {
      return new Node.Sequence(phrase.words().stream().map(this::element).toList());
    }

    private Node.Element element(String word) {
      if (word.equals(Query.Phrase.ANY)) {
        return new Node.Element("", false);
      }
      boolean beginning = word.endsWith("*");
      String text = beginning ? word.substring(0, word.length() - 1) : word;
      return new Node.Element(language.form(text), beginning);
    }

    private Node family(String name) {
      Query family = families.get(name);
      if (family == null) {
        throw new IllegalArgumentException(
            "there is no phrase family '" + name + "'; there are " + known());
      }
      if (open.contains(name)) {
        throw new IllegalArgumentException("the phrase family '" + name + "' refers to itself");
      }
      open.push(name);
      Node node = compile(family);
      open.pop();
      return node;
    }

    private String known() {
      return families.isEmpty() ? "none here" : String.join(", ", new TreeSet<>(families.keySet()));
    }

    private Node inside(Query query) {
      requireMeaning(query, false);
      return compile(query);
    }

    private Node along(Query query) {
      requireMeaning(query, true);
      return compile(query);
    }

    /** The constructors of the tree took families at their word; here they are known. */
    private void requireMeaning(Query query, boolean alongCall) {
      if (query instanceof Query.Said said) {
        requireMeaning(said.query(), alongCall);
      } else if (query instanceof Query.Window window) {
        requireMeaning(window.query(), alongCall);
      } else if (query instanceof Query.Or or) {
        or.parts().forEach(p -> requireMeaning(p, alongCall));
      } else if (query instanceof Query.Family family && families.containsKey(family.name())) {
        Query meant = families.get(family.name());
        if (!(alongCall ? Query.alongCall(meant) : Query.insideTurn(meant))) {
          throw new IllegalArgumentException(
              "the phrase family '"
                  + family.name()
                  + "' combines over the call and cannot stand here: "
                  + QueryPrinter.print(meant));
        }
      }
    }
  }
}
