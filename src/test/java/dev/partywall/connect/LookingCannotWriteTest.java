package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 2, on the server: whatever is typed, nothing is written. */
class LookingCannotWriteTest {
    private static final Walls WALLS = Walls.open();

    @AfterAll
    static void close() {
        WALLS.close();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(WALLS.count("true")).isEqualTo(20);
        assertThat(WALLS.count("note LIKE 'note %'")).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO \"order\" VALUES (99, 'acme')",
                "commit; insert into \"order\" values (99, 'acme')",
                "select 1; commit; insert into \"order\" values (99, 'acme'); commit",
                "rollback; insert into \"order\" values (99, 'acme')",
                "COMMIT",
                "COMMIT AND CHAIN",
                "/* */ commit",
                "-- \n commit",
                "END",
                "ROLLBACK",
                "ABORT",
                "START TRANSACTION READ WRITE",
                "set transaction read write",
                "set session characteristics as transaction read write",
                "set default_transaction_read_only = off",
                "set transaction_read_only = off",
                "select set_config('transaction_read_only', 'off', true)",
                "select set_config('transaction_read_only', 'off', false)",
                "with w as (insert into \"order\" values (99, 'acme') returning id) select * from w",
                "with w as (update \"order\" set note = 'x' returning id) select * from w",
                "select * from \"order\" for update",
                "explain analyze insert into \"order\" values (99, 'acme')",
                "explain analyze delete from \"order\"",
                "select 'it''s' as \"a;b\", $$;$$; delete from \"order\"",
                "select 'a\\'; delete from \"order\"; --'",
                "do $$ begin delete from \"order\"; commit; end $$",
                "call nothing()",
                "copy \"order\" from stdin",
                "truncate \"order\"",
                "select * into stolen from \"order\"",
                "create table stolen as select * from \"order\"",
                "select nextval('seq')",
                "prepare transaction 'x'",
                "reset role",
                "discard all",
                "",
                ";"
            })
    void refuses(String typed) {
        for (Sql sql : List.of(Sql.of(typed))) {
            assertThatThrownBy(() -> WALLS.link().read(Walls.as("acme"), "typed", s -> s.table(sql, 10)))
                    .as(typed)
                    .isInstanceOf(Failure.class);
            assertThatThrownBy(() -> WALLS.link().read(SessionContext.bypass(), "typed", s -> s.list(sql, row -> 1)))
                    .as(typed)
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void whatWasTypedBeforeDoesNotOpenADoor() {
        List<String> steps = List.of(
                "select set_config('default_transaction_read_only', 'off', false)",
                "select set_config('transaction_read_only', 'off', false)",
                "with w as (delete from \"order\" returning id) select * from w");
        assertThatThrownBy(() -> WALLS.link().read(SessionContext.bypass(), "typed", session -> {
                    for (String step : steps) {
                        try {
                            session.within(() -> session.table(Sql.of(step), 10));
                        } catch (Failure refused) {
                            assertThat(refused.sqlState()).isIn("25006", "25001", "22023");
                        }
                    }
                    return session.table(Sql.of(steps.getLast()), 10);
                }))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.sqlState()).isEqualTo("25006"));
    }

    @Test
    void whoTypesAnotherTenantGetsNothing() {
        assertThatThrownBy(() -> WALLS.link()
                        .read(
                                Walls.as("acme"),
                                "typed",
                                s -> s.table(Sql.of("SELECT set_config('app.tenant', 'other', true)"), 1)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("app.tenant is 'other', not 'acme', so the rows are withheld");
    }

    @Test
    void aPageIsReadOnlyToo() {
        Sql writing = Sql.of("WITH w AS (DELETE FROM \"order\" RETURNING id) SELECT * FROM w");
        assertThatThrownBy(() -> WALLS.link().page(SessionContext.bypass(), Walls.ORDER, writing, 10, "page"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.sqlState()).isEqualTo("25006"));
        Sql two = Sql.of("SELECT 1; COMMIT; DELETE FROM \"order\"");
        assertThatThrownBy(() -> WALLS.link().page(SessionContext.bypass(), Walls.ORDER, two, 10, "page"))
                .isInstanceOf(Failure.class);
        assertThat(WALLS.link()
                        .page(Walls.as("acme"), Walls.ORDER, Sql.of("SELECT id FROM \"order\""), 1, "page")
                        .table()
                        .rows())
                .hasSize(1);
    }

    @Test
    void theSimpleProtocolIsRefusedBeforeAnythingIsOpened() {
        for (String mode : List.of("simple", "extendedForPrepared")) {
            Login login = new Login(WALLS.database().url() + "?preferQueryMode=" + mode, "walls_bypass", null);
            Profile profile = Walls.profile(WALLS.database());
            assertThatThrownBy(() -> Link.open(new Profile("p", profile.environment(), login, null, profile.tenancy())))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("preferQueryMode=" + mode);
        }
    }

    @Test
    void aSessionKeptTooLongIsOfNoUse() {
        Session kept = WALLS.link().read(Walls.as("acme"), "keep", session -> session);
        assertThatThrownBy(() -> kept.value(Sql.of("SELECT 1"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void settingsThatAreNotApplicableAreSaid() {
        assertThatThrownBy(() -> WALLS.link()
                        .read(
                                SessionContext.app(Map.of("work_mem", "much")),
                                "typed",
                                s -> s.value(Sql.of("SELECT 1"))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("work_mem");
    }
}
