package earshot.workbench.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words for people in which moments may stand. Words are escaped where they are written into a
 * page.
 *
 * @param parts texts, {@link Moment}s and other sentences
 */
public record Sentence(List<Object> parts) implements Content {
  public Sentence {
    parts = List.copyOf(parts);
  }

  public static Sentence of(Object... parts) {
    return new Sentence(List.of(parts));
  }

  /** Sentences, or parts of them, with a text between each two. */
  public static Sentence joined(String between, List<?> sentences) {
    List<Object> parts = new ArrayList<>();
    for (Object sentence : sentences) {
      if (!parts.isEmpty()) {
        parts.add(between);
      }
      parts.add(sentence);
    }
    return new Sentence(parts);
  }

  @Override
  public void writeTo(TemplateOutput output) {
    for (Object part : parts) {
      if (part instanceof Content content) {
        content.writeTo(output);
      } else {
        Escape.htmlContent(part.toString(), output);
      }
    }
  }

  @Override
  public String toString() {
    return parts.stream().map(Object::toString).collect(Collectors.joining());
  }
}
