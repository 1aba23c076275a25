package earshot.score.form;

import earshot.score.definition.Definition;
import java.util.Map;
import java.util.Set;

/**
 * What the questions of a form may name.
 *
 * @param families phrase families of any language
 * @param checks named checks
 * @param conditions under which a question does not apply
 */
public record Vocabulary(Set<String> families, Set<String> checks, Set<String> conditions) {
  public Vocabulary {
    families = Set.copyOf(families);
    checks = Set.copyOf(checks);
    conditions = Set.copyOf(conditions);
  }

  /**
   * Looks at one question.
   *
   * @throws earshot.score.definition.DefinitionException naming file and line of what is not known
   */
  void check(Definition question) {
    Map<String, Definition> entries = question.entries();
    for (String name : new String[] {"find", "all", "kinds", "outbound"}) {
      Definition searched = entries.get(name);
      if (searched != null) {
        for (Definition part : searched.list()) {
          FormReader.families(part).forEach(f -> known(part, f, families, "phrase family"));
        }
      }
    }
    Definition check = entries.get("check");
    if (check != null) {
      known(check, check.text(), checks, "check");
    }
    Definition conditional = entries.get("not-applicable");
    if (conditional != null) {
      conditional.list().forEach(c -> known(c, c.text(), conditions, "condition"));
    }
  }

  private static void known(Definition at, String name, Set<String> names, String kind) {
    if (!names.contains(name)) {
      throw at.error(
          "there is no " + kind + " '" + name + "'; known are " + names.stream().sorted().toList());
    }
  }
}
