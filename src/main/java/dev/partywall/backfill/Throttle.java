package dev.partywall.backfill;

import dev.partywall.connect.Row;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Asks the server, every now and then, whether replicas and load are within the limits of the plan. */
final class Throttle {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final WriteSession session;
    private final Plan.Limits limits;
    private Instant asked = Instant.MIN;

    Throttle(WriteSession session, Plan.Limits limits) {
        this.session = session;
        this.limits = limits;
    }

    /**
     * @param lag bytes the slowest replica is behind; 0 where there is none
     * @param replicas how many there are
     * @param active other sessions at work
     * @param visible whether this role may see both
     */
    record Pressure(long lag, long replicas, long active, boolean visible) {
        static Pressure of(Row row) {
            return new Pressure(row.text(1) == null ? 0 : row.number(1), row.number(2), row.number(3), row.flag(4));
        }
    }

    /** @throws Failure when a limit cannot be kept because this role may not see what it limits */
    void check() {
        Pressure now = pressure();
        boolean blind = (limits.lagBytes() > 0 && now.replicas() > 0) || limits.activeSessions() > 0;
        if (blind && !now.visible()) {
            throw Failure.incomplete(
                    session.attestation().currentUser() + " may not see how far replicas are behind or how busy the"
                            + " server is, so the limits of the plan cannot be kept.",
                    "GRANT pg_read_all_stats TO " + session.attestation().currentUser() + "; or set the limits to 0.");
        }
    }

    /** What there is to wait for, at most once a second; otherwise nothing. */
    Wait wanted() {
        if (Duration.between(asked, Instant.now()).compareTo(EVERY) < 0) {
            return Wait.NOTHING;
        }
        asked = Instant.now();
        Pressure now = pressure();
        if (limits.lagBytes() > 0 && now.lag() > limits.lagBytes()) {
            return Wait.REPLICATION;
        }
        return limits.activeSessions() > 0 && now.active() > limits.activeSessions() ? Wait.LOAD : Wait.NOTHING;
    }

    /** Asks anew the next time. */
    void forget() {
        asked = Instant.MIN;
    }

    private Pressure pressure() {
        Sql ask = SqlTemplate.fill("pressure.sql", Map.of());
        Pressure now = session.list(ask, Pressure::of).getFirst();
        session.rollback();
        return now;
    }
}
