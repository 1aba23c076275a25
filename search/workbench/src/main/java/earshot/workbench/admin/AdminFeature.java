package earshot.workbench.admin;

import earshot.data.DataFolder;
import earshot.workbench.account.Account;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.web.Access;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The admin page. */
public final class AdminFeature implements Feature {
  private static final int LINES = 100;
  private static final Access ADMIN = Access.of(Role.ADMIN);

  private final Pages pages;
  private final Accounts accounts;
  private final Audit audit;
  private final DataFolderHealth health;

  public AdminFeature(
      Pages pages, Accounts accounts, Audit audit, DataFolder folder, LiveSearch search) {
    this.pages = pages;
    this.accounts = accounts;
    this.audit = audit;
    this.health = new DataFolderHealth(folder, search);
  }

  @Override
  public void register(Routes routes) {
    routes.get("/admin", ADMIN, this::page).nav("Admin", "/admin");
    routes.post("/admin/users/disable", ADMIN, this::disable);
  }

  private void page(Context http, SignedIn who) throws IOException {
    String given = http.queryParam("offset");
    int offset = given != null && given.matches("\\d{1,7}") ? Integer.parseInt(given) : 0;
    List<Audit.Entry> entries = audit.newest(LINES + 1, offset);
    AdminView view =
        new AdminView(
            accounts.all().stream().map(e -> user(e, who)).toList(),
            health.now(),
            entries.stream().limit(LINES).map(AdminFeature::line).toList(),
            entries.size() > LINES ? "/admin?offset=" + (offset + LINES) + "#audit" : "");
    pages.show(http, who, "Admin", "admin/admin.jte", view);
  }

  private void disable(Context http, SignedIn who) {
    String name = http.formParam("name");
    if (name == null || name.equals(who.account().name())) {
      throw new BadRequestResponse();
    }
    try {
      accounts.disable(name, who.account().name());
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse();
    }
    audit.write(who, Audit.Action.CHANGE_ACCOUNT, null, "disabled " + name);
    pages.tell(who, name + " can no longer sign in");
    http.redirect("/admin");
  }

  private static AdminView.User user(Accounts.Entry entry, SignedIn who) {
    Account account = entry.account();
    String agent = account.agentId();
    String sees =
        switch (account.role()) {
          case SUPERVISOR -> String.join(", ", account.teams().stream().sorted().toList());
          case AGENT -> "calls of " + (agent == null ? "nobody" : agent);
          default -> "all calls";
        };
    return new AdminView.User(
        account.name(),
        account.role().id(),
        sees,
        minute(entry.createdAt()),
        entry.enabled(),
        entry.enabled() && account.id() != who.account().id());
  }

  private static AdminView.AuditLine line(Audit.Entry entry) {
    @Nullable String callId = entry.callId();
    return new AdminView.AuditLine(
        entry.at().truncatedTo(ChronoUnit.SECONDS).toString(),
        entry.who(),
        entry.action(),
        callId == null ? "" : callId,
        callId == null || callId.equals(Audit.ERASED) ? "" : Links.call(callId),
        entry.detail() == null ? "" : String.valueOf(entry.detail()));
  }

  private static String minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
