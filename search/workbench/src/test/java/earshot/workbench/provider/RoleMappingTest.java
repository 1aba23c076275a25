package earshot.workbench.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.workbench.account.Role;
import earshot.workbench.account.VouchedAccounts.Grant;
import earshot.workbench.provider.RoleMapping.RoleOfGroup;
import earshot.workbench.provider.RoleMapping.TeamOfGroup;
import earshot.workbench.provider.SignInRefusedException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleMappingTest {
  private static RoleMapping mapping(String claim, String... roles) {
    return new RoleMapping(
        claim, "id", List.of(roles).stream().map(RoleOfGroup::parse).toList(), List.of());
  }

  @Test
  void theFirstRoleThatFitsCounts() throws Exception {
    RoleMapping mapping = mapping("groups", "trainer=t", "admin=a");
    assertThat(mapping.grant(Map.of("groups", List.of("a", "t"))).role()).isEqualTo(Role.TRAINER);
    assertThat(mapping.grant(Map.of("groups", List.of("a"))).role()).isEqualTo(Role.ADMIN);
  }

  @Test
  void aSupervisorLeadsEveryTeamOfTheGroups() throws Exception {
    RoleMapping mapping =
        new RoleMapping(
            "groups",
            "id",
            List.of(RoleOfGroup.parse("supervisor=lead")),
            List.of(
                TeamOfGroup.parse("North=n"),
                TeamOfGroup.parse("South=s"),
                TeamOfGroup.parse("West=w")));
    assertThat(mapping.grant(Map.of("groups", List.of("w", "lead", "n"))))
        .isEqualTo(new Grant(Role.SUPERVISOR, Set.of("North", "West"), null));
  }

  @Test
  void aClaimOfThatVeryNameGoesBeforeAPath() throws Exception {
    RoleMapping mapping = mapping("https://a.example/groups", "admin=a");
    assertThat(mapping.grant(Map.of("https://a.example/groups", "a")).role()).isEqualTo(Role.ADMIN);
    RoleMapping path = mapping("realm_access.roles", "admin=a");
    assertThat(path.grant(Map.of("realm_access", Map.of("roles", List.of("a")))).role())
        .isEqualTo(Role.ADMIN);
  }

  @Test
  void groupsThatOnlyLookAlikeAreOthers() {
    RoleMapping mapping = mapping("groups", "admin=a");
    for (Object claim :
        List.of("A", "a ", "a b", List.of(), List.of(1, true), 7, Map.of("a", "a"))) {
      assertThatThrownBy(() -> mapping.grant(Map.of("groups", claim, "sub", "7")))
          .as(claim.toString())
          .isInstanceOfSatisfying(
              SignInRefusedException.class,
              e -> {
                assertThat(e.reason()).isEqualTo(Reason.NO_ROLE);
                assertThat(e.subject()).contains("7");
              });
    }
  }

  @Test
  void aMappingThatLetsNobodyInIsRefused() {
    assertThatThrownBy(() -> mapping("groups")).hasMessageContaining("at least one role");
    assertThatThrownBy(() -> mapping("groups", "boss=b")).hasMessageContaining("roles are");
    assertThatThrownBy(() -> mapping("groups", "admin")).hasMessageContaining("ROLE=GROUP");
    assertThatThrownBy(() -> mapping("groups", "supervisor=s")).hasMessageContaining("need teams");
    assertThatThrownBy(() -> TeamOfGroup.parse("=g")).hasMessageContaining("TEAM=GROUP");
    assertThatThrownBy(
            () ->
                new RoleMapping(
                    "groups",
                    "id",
                    List.of(RoleOfGroup.parse("admin=a")),
                    List.of(TeamOfGroup.parse("North=n"))))
        .hasMessageContaining("teams are for supervisors");
  }
}
