package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.connect.ProbeSession.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final Walls WALLS = Walls.open();
    private static final Link LINK = WALLS.link();
    private static final Sql ALL = Sql.of("SELECT id, \"tenantId\" FROM \"order\" ORDER BY id");

    @AfterAll
    static void close() {
        WALLS.close();
    }

    @Test
    void readsOnlyTheTenantsRows() {
        List<String> tenants =
                LINK.read(Walls.as("it's \"ü\""), "read", session -> session.list(ALL, row -> row.get(2)));
        assertThat(tenants).hasSize(10).containsOnly("it's \"ü\"");
    }

    @Test
    void readsNothingAsNobodyAndEverythingAsBypass() {
        assertThat(LINK.read(SessionContext.nobody(List.of(Walls.SETTING)), "read", s -> s.table(ALL, 100))
                        .rows())
                .isEmpty();
        assertThat(LINK.read(SessionContext.bypass(), "read", s -> s.table(ALL, 100))
                        .rows())
                .hasSize(20);
    }

    @Test
    void aPageIsAttestedInItsOwnTransaction() {
        Page page = LINK.page(Walls.as("acme"), Walls.ORDER, ALL, 3, "page");
        assertThat(page.table().rows())
                .containsExactly(List.of("2", "acme"), List.of("4", "acme"), List.of("6", "acme"));
        assertThat(page.table().more()).isTrue();
        assertThat(page.attestation().currentUser()).isEqualTo("Walls \"app\" é");
        assertThat(page.attestation().rowSecurityActive()).isTrue();
        assertThat(page.attestation().transactionReadOnly()).isTrue();
        assertThat(page.attestation().settings()).containsExactly(Map.entry(Walls.SETTING, "acme"));
    }

    @Test
    void bothSidesSeeOneInstant() {
        List<Long> counted = LINK.compareAll(
                List.of(Walls.as("acme"), Walls.as("x"), SessionContext.nobody()), "compare", sessions -> {
                    WALLS.database().execute("INSERT INTO \"order\" VALUES (99, 'acme', 'late')");
                    Sql count = Sql.of("SELECT count(*) FROM \"order\"");
                    return sessions.stream()
                            .map(s -> Long.parseLong(s.value(count)))
                            .toList();
                });
        WALLS.database().execute("DELETE FROM \"order\" WHERE id = 99");
        assertThat(counted).containsExactly(10L, 0L, 0L, 20L);
    }

    @Test
    void aProbeLeavesNothingBehind() {
        Attempt done =
                LINK.probe(Walls.as("acme"), "probe", session -> session.attempt(Sql.of("DELETE FROM \"order\"")));
        assertThat(done).isEqualTo(new Attempt.Done(10));
        assertThat(WALLS.count("true")).isEqualTo(20);
    }

    @Test
    void aProbeSaysWhatWasRefusedAndGoesOn() {
        List<Attempt> attempts = LINK.probe(
                Walls.as("acme"),
                "probe",
                session -> List.of(
                        session.attempt(Sql.of("INSERT INTO \"order\" VALUES (?, ?)", 77, "other")),
                        session.attempt(Sql.of("INSERT INTO \"order\" VALUES (?, ?)", 1, "acme")),
                        session.attempt(
                                Sql.of("INSERT INTO \"order\" VALUES (?, ?)", 77, "acme"),
                                Sql.of("SELECT * FROM \"order\""))));
        assertThat(attempts.get(0)).isInstanceOfSatisfying(Attempt.Refused.class, refused -> {
            assertThat(refused.sqlState()).isEqualTo("42501");
        });
        assertThat(attempts.get(1)).isInstanceOfSatisfying(Attempt.Refused.class, refused -> {
            assertThat(refused.sqlState()).isEqualTo("23505");
            assertThat(refused.constraint()).isEqualTo("order_pkey");
        });
        assertThat(attempts.get(2)).isEqualTo(new Attempt.Done(11));
    }

    @Test
    void onlyBackFillCommits() {
        LINK.write("write", session -> {
            assertThat(session.execute(Sql.of("INSERT INTO \"order\" VALUES (50, 'w')")))
                    .isEqualTo(1);
            session.commit();
            session.execute(Sql.of("INSERT INTO \"order\" VALUES (51, 'w')"));
            session.rollback();
            session.executeAlone("VACUUM \"order\"");
            return session.execute(Sql.of("INSERT INTO \"order\" VALUES (52, 'w')"));
        });
        assertThat(WALLS.count("\"tenantId\" = 'w'")).isEqualTo(1);
        WALLS.database().execute("DELETE FROM \"order\" WHERE \"tenantId\" = 'w'");
    }

    @Test
    void eachSessionIsOneActivity() {
        List<Activity> told = new ArrayList<>();
        try (Walls walls = Walls.open()) {
            walls.link().onActivity(told::add);
            walls.link().page(Walls.as("acme"), Walls.ORDER, ALL, 100, "look");
            assertThatThrownBy(() -> walls.link().read(SessionContext.bypass(), "stumble", s -> {
                        throw new IllegalStateException("stumbled");
                    }))
                    .hasMessage("stumbled");
        }
        assertThat(told).extracting(Activity::purpose).containsExactly("look", "stumble");
        assertThat(told).extracting(Activity::rows).containsExactly(10L, 0L);
        assertThat(told).extracting(Activity::outcome).containsExactly("ok", "stumbled");
        assertThat(told).extracting(Activity::side).containsExactly(Side.APP, Side.BYPASS);
    }
}
