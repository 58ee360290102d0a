package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Promises 3 and 4: the server says who we are, or there are no rows. */
class AttestationTest {
    private static final Walls WALLS = Walls.open();
    private static final Link LINK = WALLS.link();
    private static final Sql ROWS = Sql.of("SELECT id FROM \"order\"");

    @AfterAll
    static void close() {
        WALLS.close();
    }

    @Test
    void saysWhoTheBypassRoleIs() {
        Attestation bypass = LINK.read(SessionContext.bypass(), "who", s -> s.attestation(Walls.ORDER));
        assertThat(bypass.sessionUser()).isEqualTo("walls_bypass");
        assertThat(bypass.bypassRls()).isTrue();
        assertThat(bypass.superuser()).isFalse();
        assertThat(bypass.rowSecurityActive()).isFalse();
        assertThat(bypass.transactionReadOnly()).isTrue();
    }

    @Test
    void becomesARoleForTheTransactionOnly() {
        SessionContext group = new SessionContext(Side.APP, null, Map.of(), "walls_group", false);
        Attestation asGroup = LINK.read(group, "who", Session::attestation);
        assertThat(asGroup.currentUser()).isEqualTo("walls_group");
        assertThat(asGroup.sessionUser()).isEqualTo("Walls \"app\" é");
        assertThat(LINK.read(Walls.as("acme"), "who", Session::attestation).currentUser())
                .isEqualTo("Walls \"app\" é");
    }

    @Test
    void logsInAsAnotherRole() {
        SessionContext other = new SessionContext(Side.APP, "walls_group", Map.of(), null, false);
        WALLS.database().execute("ALTER ROLE walls_group LOGIN");
        assertThat(LINK.read(other, "who", Session::attestation).sessionUser()).isEqualTo("walls_group");
    }

    @Test
    void nobodyIsTrulyUnsetWhereEmptyIsSet() {
        String seen = "SELECT coalesce(current_setting('app.tenant', true), 'never set')";
        for (int i = 0; i < 8; i++) {
            LINK.read(Walls.as("acme"), "soil", s -> s.value(Sql.of("SELECT 1")));
        }
        assertThat(LINK.<String>read(SessionContext.nobody(), "unset", s -> s.value(Sql.of(seen))))
                .isEqualTo("never set");
        assertThat(LINK.<String>read(Walls.as(""), "empty", s -> s.value(Sql.of(seen))))
                .isEmpty();
    }

    @Test
    void withholdsRowsWhereTheRolesDefaultSetsATenantBehindOurBack() {
        try (Walls walls = Walls.open()) {
            walls.database().execute("ALTER DATABASE " + walls.database().name() + " SET app.tenant = 'acme'");
            AtomicBoolean reached = new AtomicBoolean();
            SessionContext nobody = SessionContext.nobody(List.of(Walls.SETTING));
            assertThatThrownBy(() -> walls.link().read(nobody, "look", s -> {
                        reached.set(true);
                        return s.table(ROWS, 10);
                    }))
                    .isInstanceOf(Failure.class)
                    .hasMessage("The server says that app.tenant is 'acme', not unset, so the rows are withheld.");
            assertThatThrownBy(() -> walls.link().page(nobody, Walls.ORDER, ROWS, 10, "look"))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("withheld");
            assertThat(reached).isFalse();
        }
    }

    @Test
    void withholdsAPageWhoseRowsWereReadAsSomebodyElse() {
        SessionContext context = Walls.as("acme");
        Intention intention = new Intention("Walls \"app\" é", context, true);
        Attestation right = LINK.page(context, Walls.ORDER, ROWS, 1, "look").attestation();
        intention.verify(right);
        for (Attestation wrong : List.of(
                new Attestation("x", right.currentUser(), false, false, right.settings(), true, true, 1),
                new Attestation(right.sessionUser(), "x", false, false, right.settings(), true, true, 1),
                new Attestation(
                        right.sessionUser(), right.currentUser(), false, false, right.settings(), true, false, 1),
                new Attestation(right.sessionUser(), right.currentUser(), false, false, Map.of(), true, true, 1))) {
            assertThatThrownBy(() -> intention.verify(wrong)).isInstanceOf(Failure.class);
        }
    }

    @Test
    void aFunctionThatChangesTheTenantIsNoticed() {
        WALLS.database().execute("""
                CREATE FUNCTION sly() RETURNS text LANGUAGE sql AS $$ SELECT set_config('app.tenant', 'other', false) $$
                """);
        assertThatThrownBy(() -> LINK.read(Walls.as("acme"), "look", s -> s.value(Sql.of("SELECT sly()"))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("app.tenant is 'other'");
    }

    @Test
    void withoutABypassSideThereIsNoComparison() {
        Profile profile = Walls.profile(WALLS.database());
        try (Link app = Link.open(new Profile("p", profile.environment(), profile.app(), null, profile.tenancy()))) {
            assertThat(app.hasBypass()).isFalse();
            assertThatThrownBy(() -> app.compare(Walls.as("acme"), "compare", (a, b) -> 1))
                    .isInstanceOf(Failure.class)
                    .hasMessage("This needs the bypass role, and the profile has none.");
        }
    }
}
