package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.failure.Failure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a probe does, and however it ends, nothing of it stays. */
class ProbeSessionTest {
    private static final Walls WALLS = Walls.open();
    private static final Link LINK = WALLS.link();
    private static final Sql DELETE = Sql.of("DELETE FROM \"order\"");

    @AfterAll
    static void close() {
        WALLS.close();
    }

    @AfterEach
    void nothingStayed() {
        assertThat(WALLS.count("true")).isEqualTo(20);
    }

    @Test
    void undoesEachAttemptBeforeTheNext() {
        List<Attempt> attempts =
                LINK.probe(SessionContext.bypass(), "probe", s -> List.of(s.attempt(DELETE), s.attempt(DELETE)));
        assertThat(attempts).containsOnly(new Attempt.Done(20));
    }

    @Test
    void undoesEverythingWhenTheProbeThrows() {
        assertThatThrownBy(() -> LINK.probe(SessionContext.bypass(), "probe", s -> {
                    s.attempt(DELETE);
                    s.list(Sql.of("DELETE FROM \"order\" RETURNING id"), row -> 1);
                    throw new IllegalStateException("thrown");
                }))
                .hasMessage("thrown");
    }

    @Test
    void undoesEverythingWhenTheConnectionDies() {
        assertThatThrownBy(() -> LINK.probe(SessionContext.bypass(), "probe", s -> {
                    s.list(Sql.of("DELETE FROM \"order\" RETURNING id"), row -> 1);
                    WALLS.database()
                            .execute("SELECT pg_terminate_backend("
                                    + s.attestation().backendPid() + ", 10000)");
                    return s.attempt(DELETE);
                }))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("was lost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "end",
                "/* x */ ROLLBACK",
                "ABORT",
                "BEGIN",
                "START TRANSACTION",
                "PREPARE TRANSACTION 'x'",
                "RELEASE SAVEPOINT attempt",
                "SAVEPOINT x"
            })
    void doesNotSendWhatWouldEndTheTransaction(String text) {
        assertThatThrownBy(() -> LINK.probe(SessionContext.bypass(), "probe", s -> s.attempt(DELETE, Sql.of(text))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotSendTwoStatementsInOne() {
        for (String text : List.of("SELECT 1; COMMIT; DELETE FROM \"order\"", "COPY \"order\" TO STDOUT; COMMIT")) {
            assertThatThrownBy(() -> LINK.probe(SessionContext.bypass(), "probe", s -> s.attempt(Sql.of(text))))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("several statements");
        }
    }

    @Test
    void givesUpSoonWhereSomebodyHoldsALock() {
        Attempt attempt = LINK.write("lock", holder -> {
            holder.execute(Sql.of("LOCK TABLE \"order\" IN ACCESS EXCLUSIVE MODE"));
            return LINK.probe(Walls.as("acme"), "probe", s -> s.attempt(DELETE));
        });
        assertThat(attempt)
                .isInstanceOfSatisfying(
                        Attempt.Refused.class, r -> assertThat(r.sqlState()).isEqualTo("55P03"));
    }

    @Test
    void appliesOtherSettingsInTheSameTransaction() {
        List<Attempt> attempts = LINK.probe(Walls.as("nobody here"), "probe", s -> {
            Attempt before = s.attempt(Sql.of("SELECT * FROM \"order\""));
            s.apply(Map.of(Walls.SETTING, "acme"));
            return List.of(before, s.attempt(Sql.of("SELECT * FROM \"order\"")));
        });
        assertThat(attempts).containsExactly(new Attempt.Done(0), new Attempt.Done(10));
    }

    @Test
    void countsRowsThatAreReturned() {
        assertThat(LINK.<Attempt>probe(
                        Walls.as("acme"),
                        "probe",
                        s -> s.attempt(Sql.of("UPDATE \"order\" SET note = 'x' RETURNING id"))))
                .isEqualTo(new Attempt.Done(10));
        assertThat(LINK.<Attempt>probe(
                        Walls.as("acme"), "probe", s -> s.attempt(Sql.of("SELECT generate_series(1, 200000)"))))
                .isEqualTo(new Attempt.Done(ProbeSession.MOST_COUNTED));
    }

    @Test
    void triesCopies() {
        List<Attempt> attempts = LINK.probe(
                Walls.as("acme"),
                "probe",
                s -> List.of(
                        s.attempt(Sql.of("COPY \"order\" TO STDOUT")),
                        s.attempt(Sql.of("COPY \"order\" FROM STDIN")),
                        s.attempt(Sql.of("COPY (SELECT 1) TO STDOUT"))));
        assertThat(attempts.getFirst()).isEqualTo(new Attempt.Done(10));
        assertThat(attempts.get(1))
                .isInstanceOfSatisfying(
                        Attempt.Refused.class, r -> assertThat(r.sqlState()).isEqualTo("0A000"));
        assertThat(attempts.get(2)).isEqualTo(new Attempt.Done(1));
    }

    @Test
    void timeoutsAreSet() {
        List<String> timeouts = LINK.probe(
                Walls.as("acme"),
                "probe",
                s -> s.list(
                        Sql.of("SELECT current_setting('lock_timeout') || ' ' || current_setting('statement_timeout')"),
                        row -> row.get(1)));
        assertThat(timeouts).containsExactly("500ms 30s");
    }
}
