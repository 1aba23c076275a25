package earshot.score.form;

import earshot.call.Role;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.score.definition.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads forms; errors name file and line. */
public final class FormReader {
  private static final List<String> SHIPPED =
      List.of("courtesy", "complaint-handling", "compliance");
  private static final Set<String> FORM_ENTRIES =
      Set.of("form", "version", "title", "applies", "gate", "sections");
  private static final Set<String> QUESTION_ENTRIES =
      Set.of(
          "id",
          "text",
          "help",
          "weight",
          "critical",
          "not-applicable",
          "find",
          "all",
          "kinds",
          "at-least",
          "outbound",
          "by",
          "within",
          "expect",
          "yes",
          "no",
          "check");

  private FormReader() {}

  /** The three forms that ship. */
  public static List<Form> shipped() {
    List<Form> forms = new ArrayList<>();
    for (String id : SHIPPED) {
      String path = "/earshot/forms/" + id + ".yaml";
      try (InputStream in = FormReader.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException("the resource " + path + " is missing");
        }
        forms.add(
            read("forms/" + id + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return List.copyOf(forms);
  }

  /**
   * Reads a form.
   *
   * @param source name of the file, for messages
   * @throws earshot.score.definition.DefinitionException naming file and line
   */
  public static Form read(String source, String text) {
    Definition form = Definition.parse(source, text);
    Map<String, Definition> entries = form.entries(FORM_ENTRIES);
    double agentSpeech = 0;
    boolean complaints = false;
    Definition applies = entries.get("applies");
    if (applies != null) {
      Map<String, Definition> when = applies.entries(Set.of("agent-speech-seconds", "complaint"));
      Definition seconds = when.get("agent-speech-seconds");
      agentSpeech = seconds == null ? 0 : seconds.decimal();
      Definition complaint = when.get("complaint");
      complaints = complaint != null && bool(complaint);
    }
    List<Form.Section> sections = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Definition section : form.need("sections").list()) {
      section.entries(Set.of("title", "questions"));
      List<Question> questions = new ArrayList<>();
      for (Definition question : section.need("questions").list()) {
        Question read = question(question);
        if (!ids.add(read.id())) {
          throw question.error("the question '" + read.id() + "' is there twice");
        }
        questions.add(read);
      }
      sections.add(new Form.Section(section.need("title").text(), questions));
    }
    Definition gate = form.need("gate");
    return new Form(
        form.need("form").text(),
        form.need("version").number(),
        form.need("title").text(),
        agentSpeech,
        complaints,
        new Form.Gate(
            gate.need("recognised").decimal(),
            gate.need("confidence").decimal(),
            gate.need("evidence").decimal(),
            gate.need("doubtful").decimal()),
        sections,
        text);
  }

  private static Question question(Definition definition) {
    Map<String, Definition> entries = definition.entries(QUESTION_ENTRIES);
    int weight = definition.need("weight").number();
    if (weight < 1) {
      throw definition.need("weight").error("a weight is 1 or more, not " + weight);
    }
    Definition critical = entries.get("critical");
    Definition notApplicable = entries.get("not-applicable");
    Definition check = entries.get("check");
    boolean searches =
        entries.containsKey("find") || entries.containsKey("all") || entries.containsKey("kinds");
    if (searches == (check != null)) {
      throw definition.error("a question needs one of 'find', 'all', 'kinds' and 'check'");
    }
    return new Question(
        definition.need("id").text(),
        definition.need("text").text(),
        definition.need("help").text(),
        weight,
        critical != null && bool(critical),
        notApplicable == null ? List.of() : notApplicable.texts(),
        searches ? rule(definition, entries) : null,
        check == null ? null : check.text());
  }

  private static Rule rule(Definition question, Map<String, Definition> entries) {
    List<Set<String>> finds = new ArrayList<>();
    int atLeast = 1;
    Definition find = entries.get("find");
    Definition all = entries.get("all");
    Definition kinds = entries.get("kinds");
    if (find != null) {
      finds.add(families(find));
    } else if (all != null) {
      all.list().forEach(d -> finds.add(families(d)));
      atLeast = finds.size();
    } else if (kinds != null) {
      kinds.list().forEach(d -> finds.add(families(d)));
      atLeast = question.need("at-least").number();
    }
    Definition outbound = entries.get("outbound");
    Definition within = entries.get("within");
    Definition expect = entries.get("expect");
    return new Rule(
        finds,
        atLeast,
        outbound == null ? null : families(outbound),
        roles(question.need("by")),
        within == null ? new Window.WholeCall() : window(within),
        expect == null || said(expect),
        question.need("yes").text(),
        question.need("no").text());
  }

  private static Window window(Definition definition) {
    try {
      return Window.parse(definition.text());
    } catch (IllegalArgumentException e) {
      throw definition.error(String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean said(Definition expect) {
    return switch (expect.text()) {
      case "said" -> true;
      case "not-said" -> false;
      default -> throw expect.error("'expect' is said or not-said, not '" + expect.text() + "'");
    };
  }

  private static boolean bool(Definition definition) {
    return switch (definition.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw definition.error("true or false is expected here");
    };
  }

  private static Set<Role> roles(Definition by) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : by.text().split(",\\s*")) {
      try {
        roles.add(Role.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw by.error("'by' is agent, customer or announcement, not '" + name + "'", e);
      }
    }
    return roles;
  }

  private static Set<String> families(Definition definition) {
    try {
      Set<String> names = new TreeSet<>();
      families(definition, QueryParser.parse(definition.text()), names);
      return names;
    } catch (QuerySyntaxException e) {
      throw definition.error(String.valueOf(e.getMessage()), e);
    }
  }

  private static void families(Definition definition, Query query, Set<String> names) {
    if (query instanceof Query.Family family) {
      names.add(family.name());
    } else if (query instanceof Query.Or or) {
      or.parts().forEach(p -> families(definition, p, names));
    } else {
      throw definition.error(
          "a question finds #families joined by OR; put words and phrases into a family");
    }
  }
}
