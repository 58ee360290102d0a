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
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What one tenant-scoped read costs against a plain SELECT on the same connection: both in turn, in one run. The plain
 * one finds the tenant already set on the session, which Partywall never does outside this measurement.
 */
class ScopedReadBenchmark {
    private static final int ROUNDS = 3000;
    private static final Sql ROW = Sql.of("SELECT id, note FROM \"order\" WHERE id = ?", 4);
    private static final Sql PAGE =
            Sql.of("SELECT id, \"tenantId\", note FROM \"order\" WHERE id > ? ORDER BY id LIMIT 200", 1000);

    private interface Read {
        Table once() throws SQLException;
    }

    @Test
    void costOfTheLens() throws SQLException {
        TestDatabase database = TestServer.database(Walls.SCRIPT);
        database.execute(
                "INSERT INTO \"order\" SELECT i, 'acme', repeat('x', 100) FROM generate_series(100, 2099) AS i");
        database.execute("ANALYZE \"order\"");
        Profile profile = Walls.profile(database);
        Surroundings surroundings = Surroundings.actual();
        Passwords passwords = new Passwords(surroundings, PasswordPrompt.none());
        Sides sides = new Sides(profile, surroundings, passwords, Walls.NEVER_SLEEPS, 1, false);
        SessionContext acme = Walls.as("acme");
        try (sides;
                Lease lease = Lease.of(sides.pools(Side.APP), sides.address(acme), false, new Cancellation())) {
            lease.statements().table(Sql.of("SELECT set_config(?, ?, false)", Walls.SETTING, "acme"), 1);
            compare("one row by key", lease, acme, ROW);
            compare("a page of 200 rows", lease, acme, PAGE);
        }
    }

    private static void compare(String what, Lease lease, SessionContext context, Sql sql) throws SQLException {
        Read plain = () -> lease.statements().table(sql, 200);
        Read scoped = () ->
                PageRead.of(lease, context, Walls.ORDER, sql, 200, List.of()).table();
        assertThat(scoped.once()).isEqualTo(plain.once());
        measure(plain, scoped); // warms up
        print(what, measure(plain, scoped));
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

    private static void print(String what, long[][] nanos) {
        double plain = median(nanos[0]) / 1000.0;
        double scoped = median(nanos[1]) / 1000.0;
        System.out.printf(
                "Reading %s, median of %d: plain %.0f us, scoped and attested %.0f us, ratio %.2f%n",
                what, ROUNDS, plain, scoped, scoped / plain);
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
