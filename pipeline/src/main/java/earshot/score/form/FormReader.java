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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads forms; errors name file and line. */
public final class FormReader {
  private static final List<String> SHIPPED =
      List.of("courtesy", "complaint-handling", "compliance");
  private static final Set<String> FORM_ENTRIES =
      Set.of("form", "version", "title", "applies", "gate", "counts-from", "sections");
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

  /** Entries of a question that its answer depends on. */
  private static final List<String> ASKS =
      List.of(
          "not-applicable",
          "find",
          "all",
          "kinds",
          "at-least",
          "outbound",
          "by",
          "within",
          "expect",
          "check");

  /** Thirty places marked, all of them true, are enough for this; two wrong ones are too many. */
  private static final double COUNTS_FROM = 0.85;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

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
   * @param known what its questions may name
   * @throws earshot.score.definition.DefinitionException naming file and line
   */
  public static Form read(String source, String text, Vocabulary known) {
    Form form = read(source, text);
    Definition definition = Definition.parse(source, text);
    for (Definition section : definition.need("sections").list()) {
      for (Definition question : section.need("questions").list()) {
        known.check(question);
      }
    }
    return form;
  }

  /**
   * Reads a form without looking at whether the families, checks and conditions that it names are
   * there.
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
        id(form.need("form")),
        version(form.need("version")),
        form.need("title").text(),
        agentSpeech,
        complaints,
        new Form.Gate(
            gate.need("recognised").decimal(),
            gate.need("confidence").decimal(),
            gate.need("evidence").decimal(),
            gate.need("doubtful").decimal()),
        countsFrom(entries.get("counts-from")),
        sections,
        text,
        form.canonical(),
        form.need("version").where());
  }

  private static String id(Definition definition) {
    if (!ID.matcher(definition.text()).matches()) {
      throw definition.error(
          "an id is small letters, digits and hyphens, not '" + definition.text() + "'");
    }
    return definition.text();
  }

  private static int version(Definition definition) {
    if (definition.number() < 1) {
      throw definition.error("a version is 1 or more, not " + definition.number());
    }
    return definition.number();
  }

  private static double countsFrom(@Nullable Definition definition) {
    if (definition == null) {
      return COUNTS_FROM;
    }
    double value = definition.decimal();
    if (!(value > 0 && value <= 1)) {
      throw definition.error(
          "'counts-from' is a precision above 0 and up to 1, not " + definition.text());
    }
    return value;
  }

  private static String asks(Map<String, Definition> entries) {
    StringBuilder asks = new StringBuilder();
    for (String name : ASKS) {
      Definition value = entries.get(name);
      if (value != null) {
        asks.append(name).append(' ').append(value.canonical()).append('\n');
      }
    }
    return asks.toString();
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
        id(definition.need("id")),
        definition.need("text").text(),
        definition.need("help").text(),
        weight,
        critical != null && bool(critical),
        notApplicable == null ? List.of() : notApplicable.texts(),
        searches ? rule(definition, entries) : null,
        check == null ? null : check.text(),
        asks(entries),
        definition.where());
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

  static Set<String> families(Definition definition) {
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
