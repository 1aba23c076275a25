package earshot.workbench.admin;

import earshot.data.DataFolder;
import earshot.workbench.account.Account;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.PasswordSignIn;
import earshot.workbench.account.Role;
import earshot.workbench.account.SecondSteps;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.review.Typed;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.web.Access;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The admin page. */
public final class AdminFeature implements Feature {
  private static final String USERS = "/admin#users";
  private static final Access ADMIN = Access.of(Role.ADMIN);

  private final Pages pages;
  private final Accounts accounts;
  private final Audit audit;
  private final PasswordSignIn signIn;
  private final SecondSteps secondSteps;
  private final DataFolderHealth health;
  private final AuditPages auditPages;

  public AdminFeature(
      Pages pages,
      Accounts accounts,
      PasswordSignIn signIn,
      SecondSteps secondSteps,
      Audit audit,
      DataFolder folder,
      LiveSearch search) {
    this.pages = pages;
    this.accounts = accounts;
    this.signIn = signIn;
    this.secondSteps = secondSteps;
    this.audit = audit;
    this.auditPages = new AuditPages(audit);
    this.health = new DataFolderHealth(folder, search);
  }

  @Override
  public void register(Routes routes) {
    routes.get("/admin", ADMIN, this::page).nav("Admin", "/admin");
    routes.get("/export/audit.csv", ADMIN, auditPages::csv).costs(Cost.EXPORT);
    routes.post("/admin/users", ADMIN, this::add);
    routes.post("/admin/users/role", ADMIN, this::changeRole);
    routes.post("/admin/users/disable", ADMIN, this::disable);
    routes.post("/admin/users/enable", ADMIN, this::enable);
    routes.post("/admin/users/second-step-off", ADMIN, this::secondStepOff);
  }

  private void page(Context http, SignedIn who) throws IOException {
    List<Accounts.Entry> users = accounts.all();
    AdminView view =
        new AdminView(
            users.stream().map(e -> user(e, who)).toList(),
            Arrays.stream(Role.values()).map(Role::id).toList(),
            health.now(),
            auditPages.view(http, users.stream().map(e -> e.account().name())));
    pages.show(http, who, "Admin", "admin/admin.jte", view);
  }

  /** What an account sees, as typed. */
  private record Seen(Role role, Set<String> teams, @Nullable String agentId) {
    static Seen typed(Context http) {
      Set<String> teams = new LinkedHashSet<>();
      for (String team : Typed.text(http, "teams").split(",")) {
        if (!team.isBlank()) {
          teams.add(team.strip());
        }
      }
      String agentId = Typed.text(http, "agent_id");
      return new Seen(Role.of(Typed.text(http, "role")), teams, agentId.isEmpty() ? null : agentId);
    }

    String line() {
      String more = agentId == null ? String.join(", ", teams) : agentId;
      return more.isEmpty() ? role.id() : role.id() + ": " + more;
    }
  }

  private void add(Context http, SignedIn who) {
    String password = http.formParam("password");
    try {
      Seen seen = Seen.typed(http);
      Account made =
          accounts.add(
              Typed.text(http, "name"),
              seen.role(),
              seen.teams(),
              seen.agentId(),
              NewPassword.temporary(password == null ? "" : password),
              who.account().name());
      changed(who, "made " + made.name() + " as " + seen.line());
      pages.tell(
          who,
          made.name()
              + " can sign in as "
              + made.role().id()
              + ", and chooses a password of the own at the first sign-in");
    } catch (IllegalArgumentException e) {
      pages.tell(who, "No account was made: " + e.getMessage());
    }
    http.redirect(USERS);
  }

  private void changeRole(Context http, SignedIn who) {
    String name = another(http, who);
    try {
      Seen seen = Seen.typed(http);
      accounts.setRole(name, seen.role(), seen.teams(), seen.agentId(), who.account().name());
      changed(who, "made " + name + " " + seen.line());
      pages.tell(who, name + " is " + seen.line() + " now, from the next sign-in on");
    } catch (IllegalArgumentException e) {
      pages.tell(who, "Nothing was changed: " + e.getMessage());
    }
    http.redirect(USERS);
  }

  private void disable(Context http, SignedIn who) {
    String name = another(http, who);
    accounts.disable(name, who.account().name());
    changed(who, "disabled " + name);
    pages.tell(who, name + " can no longer sign in");
    http.redirect(USERS);
  }

  private void enable(Context http, SignedIn who) {
    String name = another(http, who);
    accounts.enable(name, who.account().name());
    changed(who, "enabled " + name);
    pages.tell(who, name + " can sign in again, with the password of before");
    http.redirect(USERS);
  }

  private void secondStepOff(Context http, SignedIn who) {
    String name = another(http, who);
    if (secondSteps.turnOff(name, who.account().name())) {
      changed(who, "took the second step off " + name);
      pages.tell(who, name + " signs in with the password alone now; open sessions ended");
    } else {
      pages.tell(who, name + " has no second step");
    }
    http.redirect(USERS);
  }

  private void changed(SignedIn who, String what) {
    audit.write(who, Audit.Action.CHANGE_ACCOUNT, null, what);
  }

  /** Nobody changes the own account: so an admin is always left. */
  private String another(Context http, SignedIn who) {
    String name = Typed.text(http, "name");
    boolean known = accounts.all().stream().anyMatch(e -> e.account().name().equals(name));
    if (!known || name.equals(who.account().name())) {
      throw new BadRequestResponse();
    }
    return name;
  }

  private AdminView.User user(Accounts.Entry entry, SignedIn who) {
    Account account = entry.account();
    String agent = account.agentId();
    String teams = String.join(", ", account.teams().stream().sorted().toList());
    String sees =
        switch (account.role()) {
          case SUPERVISOR -> teams;
          case AGENT -> "calls of " + (agent == null ? "nobody" : agent);
          default -> "all calls";
        };
    return new AdminView.User(
        account.name(),
        account.role().id(),
        sees,
        teams,
        agent == null ? "" : agent,
        Moment.of(entry.createdAt().atZone(ZoneId.systemDefault()).toLocalDate()),
        entry.enabled(),
        entry.secondStep(),
        signIn.paused(account.name()).map(AdminFeature::pause).orElse(""),
        account.id() == who.account().id());
  }

  private static String pause(Duration left) {
    return "locked out for " + Math.max(1, (left.toSeconds() + 59) / 60) + " min";
  }
}
