package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Passwords;
import dev.partywall.profile.Profile;
import dev.partywall.profile.Surroundings;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * What one tenant-scoped read costs against a plain SELECT on the same connection: both in turn, in one run. The plain
 * one finds the tenant already set on the session, which Partywall never does outside this measurement.
 */
class ScopedReadBenchmark {
    private static final int ROUNDS = 5000;
    private static final Sql QUERY = Sql.of("SELECT id, note FROM \"order\" WHERE id = ?", 4);

    private interface Read {
        Table once() throws SQLException;
    }

    @Test
    void costOfTheLens() throws SQLException {
        TestDatabase database = TestServer.database(Walls.SCRIPT);
        Profile profile = Walls.profile(database);
        Surroundings surroundings = Surroundings.actual();
        Passwords passwords = new Passwords(surroundings, PasswordPrompt.none());
        Sides sides = new Sides(profile, surroundings, passwords, Walls.NEVER_SLEEPS, 1);
        SessionContext acme = Walls.as("acme");
        try (sides;
                Lease lease = Lease.of(sides.pools(Side.APP), sides.address(acme), false, new Cancellation())) {
            lease.statements().table(Sql.of("SELECT set_config(?, ?, false)", Walls.SETTING, "acme"), 1);
            Read plain = () -> lease.statements().table(QUERY, 1);
            Read scoped = () -> PageRead.of(lease, acme, Walls.ORDER, QUERY, 1).table();
            assertThat(scoped.once()).isEqualTo(plain.once());
            measure(plain, scoped);
            print(measure(plain, scoped));
        }
    }

    private static long[][] measure(Read plain, Read scoped) throws SQLException {
        long[][] nanos = new long[2][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            nanos[0][round] = time(plain);
            nanos[1][round] = time(scoped);
        }
        return nanos;
    }

    private static long time(Read read) throws SQLException {
        long start = System.nanoTime();
        read.once();
        return System.nanoTime() - start;
    }

    private static void print(long[][] nanos) {
        double plain = median(nanos[0]) / 1000.0;
        double scoped = median(nanos[1]) / 1000.0;
        System.out.printf(
                "One read, median of %d: plain %.0f us, scoped and attested %.0f us, ratio %.2f%n",
                ROUNDS, plain, scoped, scoped / plain);
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
