package earshot.workbench;

import earshot.data.DataFolder;
import earshot.workbench.account.Limits;
import earshot.workbench.account.Role;
import earshot.workbench.provider.ProviderSettings;
import earshot.workbench.web.WebServer;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a workbench runs.
 *
 * @param jdbcUrl null for the database in the data folder
 * @param provider where people sign in, besides accounts with a password here
 * @param secondStepFor roles that need a second step at sign-in with a password here
 * @param metricsToken that lets a monitor read the figures; empty for admins only
 */
public record WorkbenchSettings(
    DataFolder folder,
    WebServer.Address address,
    @Nullable String jdbcUrl,
    Optional<ProviderSettings> provider,
    Set<Role> secondStepFor,
    Optional<String> metricsToken,
    Limits limits,
    Clock clock) {}
