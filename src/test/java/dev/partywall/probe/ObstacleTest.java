package dev.partywall.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.connect.ProbeSession.Attempt.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObstacleTest {
    private static Obstacle of(
            String state, @Nullable String constraint, @Nullable String table, @Nullable String where) {
        return Obstacle.of(new Refused(state, "said in any language", constraint, table, where));
    }

    @Test
    void tellsRowSecurityFromWhatComesAfterIt() {
        assertThat(of("42501", null, null, null)).isEqualTo(Obstacle.POLICY);
        assertThat(of("23502", null, "note", null)).isEqualTo(Obstacle.CONSTRAINT);
        assertThat(of("23505", "note_pkey", "note", null)).isEqualTo(Obstacle.CONSTRAINT);
        assertThat(of("23503", "note_fkey", "note", null)).isEqualTo(Obstacle.CONSTRAINT);
    }

    @Test
    void doesNotTakeAMissingPartitionOrADomainForAConstraint() {
        assertThat(of("23514", null, "note", null)).isEqualTo(Obstacle.ODD);
        assertThat(of("23514", "address_check", null, null)).isEqualTo(Obstacle.ODD);
        assertThat(of("23502", null, null, null)).isEqualTo(Obstacle.TRIGGER);
    }

    @Test
    void tellsWhatAFunctionRaised() {
        String where = "PL/pgSQL function audit() line 3 at SQL statement";
        assertThat(of("P0001", null, null, where)).isEqualTo(Obstacle.TRIGGER);
        assertThat(of("42501", null, null, where)).isEqualTo(Obstacle.TRIGGER);
        assertThat(of("23505", "log_pkey", "log", where)).isEqualTo(Obstacle.TRIGGER);
    }

    @Test
    void neverTakesALockOrALimitForAnAnswer() {
        assertThat(of("55P03", null, null, null)).isEqualTo(Obstacle.BUSY);
        assertThat(of("57014", null, null, null)).isEqualTo(Obstacle.BUSY);
        assertThat(of("42P01", null, null, null)).isEqualTo(Obstacle.ODD);
    }
}
