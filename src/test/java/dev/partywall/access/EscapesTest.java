package dev.partywall.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Membership;
import dev.partywall.catalog.Role;
import dev.partywall.catalog.ServerVersion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link WorldsTest} tries on the server, in examples. */
class EscapesTest {
    private static final Role BOSS = role("boss").bypass().made();

    private static List<String> ways(int version, Role app, Membership... memberships) {
        List<Role> roles = List.of(app, BOSS, role("ops").made());
        CatalogSnapshot snapshot = new CatalogSnapshot(
                new ServerVersion(version, "test"),
                "d",
                "boss",
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                roles,
                List.of(memberships),
                List.of(),
                List.of(),
                List.of());
        return new AccessModel(snapshot)
                .escapes("app").stream().map(Escape::words).toList();
    }

    private static Membership member(String member, String role, boolean inherit, boolean set, boolean admin) {
        return new Membership(role, member, "postgres", inherit, set, admin);
    }

    /** A role in the making. */
    private record Making(String name, boolean superuser, boolean bypassRls, boolean createRole) {
        Making bypass() {
            return new Making(name, superuser, true, createRole);
        }

        Making creates() {
            return new Making(name, superuser, bypassRls, true);
        }

        Role made() {
            return new Role(name, superuser, bypassRls, createRole, false, true, true, false);
        }
    }

    private static Making role(String name) {
        return new Making(name, false, false, false);
    }

    @Test
    void whoInheritsABypassRoleDoesNotBypassButMayBecomeIt() {
        assertThat(ways(180000, role("app").made(), member("app", "boss", true, true, false)))
                .containsExactly("app may SET ROLE boss, which bypasses row security.");
        assertThat(ways(180000, role("app").made(), member("app", "boss", true, false, false)))
                .isEmpty();
    }

    @Test
    void adminOptionAloneIsEnough() {
        assertThat(ways(180000, role("app").made(), member("app", "boss", false, false, true)))
                .containsExactly("app may grant itself boss (ADMIN OPTION), which bypasses row security.");
    }

    @Test
    void adminOptionOfARoleThatIsOnlyBecomeIsUsedAfterBecomingIt() {
        Membership ops = member("app", "ops", false, true, false);
        assertThat(ways(180000, role("app").made(), ops, member("ops", "boss", false, false, true)))
                .containsExactly(
                        "app may SET ROLE ops, ops may grant itself boss (ADMIN OPTION), which bypasses row security.");
    }

    @Test
    void createRoleGrantsItselfAnythingUpToFifteenOnly() {
        Role app = role("app").creates().made();
        assertThat(ways(150000, app))
                .containsExactly("app may grant itself boss (CREATEROLE), which bypasses row security.");
        assertThat(ways(160000, app)).isEmpty();
    }

    @Test
    void aRoleThatBelongsToTheGranteeCannotBeGrantedToIt() {
        Membership circle = member("boss", "app", true, true, false);
        assertThat(ways(180000, role("app").made(), circle, member("app", "boss", false, false, true)))
                .isEmpty();
    }

    @Test
    void fromASuperuserNoFurtherWayIsTold() {
        assertThat(ways(180000, new Making("app", true, false, false).made())).containsExactly("app is a superuser.");
    }
}
