package earshot.workbench.admin;

import earshot.workbench.audit.AuditFilter;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Paging;
import java.util.List;

/** What the admin page shows. */
public record AdminView(List<User> users, List<String> roles, Health health, AuditView audit) {

  /**
   * An account.
   *
   * @param sees teams of a supervisor, id of an agent, "all calls" of others
   * @param teams of a supervisor as typed; empty for others
   * @param agentId of an agent; empty for others
   * @param secondStep whether sign-in asks for a code after the password
   * @param pause why sign-in pauses; empty when it does not
   * @param own whether it is the account of who looks: nobody changes the own one
   */
  public record User(
      String name,
      String role,
      String sees,
      String teams,
      String agentId,
      Moment since,
      boolean enabled,
      boolean secondStep,
      String pause,
      boolean own) {}

  /**
   * The data folder.
   *
   * @param calls call records
   * @param unreadable files among them that are none
   * @param quarantine reason codes with counts
   * @param index a sentence about the index
   * @param lastRun a sentence about the last run
   */
  public record Health(
      String folder,
      int calls,
      int unreadable,
      List<Reason> quarantine,
      String index,
      boolean indexBehind,
      String lastRun) {}

  /** How many recordings were quarantined for a reason. */
  public record Reason(String reason, int count) {}

  /**
   * The audit, or what a filter left of it.
   *
   * @param names to choose from
   * @param actions to choose from
   * @param total how many lines there are
   * @param lines of this page
   * @param export address of the same as a file
   */
  public record AuditView(
      AuditFilter filter,
      List<String> names,
      List<String> actions,
      long total,
      List<AuditLine> lines,
      Paging pages,
      String export) {}

  /**
   * A line of the audit.
   *
   * @param link to the call; empty where none is meant
   */
  public record AuditLine(
      Moment at, String who, String action, String callId, String link, String detail) {}
}
