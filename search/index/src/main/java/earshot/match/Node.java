package earshot.match;

import earshot.call.Event;
import earshot.call.Role;
import earshot.query.Comparison;
import earshot.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query made ready for one language: words folded and stemmed, families put in their place. */
public sealed interface Node {
  /** Every call. */
  record All() implements Node {}

  /** One word by form or stem. */
  record Term(boolean stemmed, String text) implements Node {}

  /** Words whose form begins so. */
  record Beginning(String text) implements Node {}

  /** Words that sound so, see {@link Sounds}. */
  record Sounding(String key, String form) implements Node {}

  /** Words next to each other: terms by form, beginnings, or null for any word. */
  record Sequence(List<Element> elements) implements Node {}

  /** One word of a sequence; {@code text} is empty where any word will do. */
  record Element(String text, boolean beginning) {
    public boolean any() {
      return text.isEmpty();
    }
  }

  record Near(Node left, Node right, int gap) implements Node {}

  record Outside(Node find, Node within) implements Node {}

  record Chain(List<Node> parts) implements Node {}

  record By(Role role, Node node) implements Node {}

  record During(Query.Window.Side side, int ms, Node node) implements Node {}

  record Every(List<Node> parts) implements Node {}

  record Any(List<Node> parts) implements Node {}

  record None(Node node) implements Node {}

  record Happening(Event.Kind kind, @Nullable Comparison comparison, int ms) implements Node {
    /** Whether the event is of this kind and length. */
    public boolean admits(Event event) {
      return event.kind() == kind && admits(Places.ms(event.end()) - Places.ms(event.start()));
    }

    /** Whether an event may be that long. */
    public boolean admits(int lengthMs) {
      return comparison == null || comparison.test(lengthMs, ms);
    }
  }

  record Test(Query.Filter filter) implements Node {}

  /** Whether the node, or an alternative in it, is a THEN. */
  static boolean alongCall(Node node) {
    if (node instanceof Any any) {
      return any.parts().stream().anyMatch(Node::alongCall);
    } else if (node instanceof By by) {
      return alongCall(by.node());
    } else if (node instanceof During during) {
      return alongCall(during.node());
    }
    return node instanceof Chain;
  }
}
