package dev.partywall.connect;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Address;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.postgresql.util.PSQLException;

/** Turns what the server or the driver refused into a sentence and a next step. */
final class Refusals {
    private Refusals() {}

    /**
     * @throws Failure when refused
     * @throws CancellationException when it ended because the person wished to stop
     */
    static <T> T translated(Lease lease, SqlWork<T> work) {
        return translated(lease.address(), lease.cancellation(), work);
    }

    static <T> T translated(Address address, Cancellation cancellation, SqlWork<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            cancellation.check();
            throw failure(address, e);
        }
    }

    /** What to say of it. The driver's messages are for its developers and localised: they are not looked into. */
    static Failure failure(Address address, SQLException thrown) {
        if (thrown instanceof SQLTransientConnectionException pool) {
            return ofPool(address, pool);
        }
        String state = Objects.requireNonNullElse(thrown.getSQLState(), "");
        Saying saying = state.startsWith("08") || state.startsWith("28") || LoginRefusals.knows(state)
                ? LoginRefusals.of(address, state, thrown)
                : StatementRefusals.of(address, state, said(thrown));
        return Failure.incomplete(saying.sentence(), saying.nextStep(), thrown.getSQLState(), thrown);
    }

    private static Failure ofPool(Address address, SQLTransientConnectionException pool) {
        if (pool.getCause() instanceof SQLException cause) {
            return failure(address, cause);
        }
        return Failure.incomplete(
                "All connections to " + address + " are in use.",
                "Wait for what is running, or cancel it.",
                pool.getSQLState(),
                pool);
    }

    /** The server's own words, without detail and position. */
    static String said(SQLException e) {
        boolean fromServer = e instanceof PSQLException server && server.getServerErrorMessage() != null;
        String message = fromServer
                ? Objects.requireNonNull(((PSQLException) e).getServerErrorMessage())
                        .getMessage()
                : e.getMessage();
        return Objects.requireNonNullElse(message, "no reason given")
                .lines()
                .findFirst()
                .orElse("no reason given");
    }

    /** One sentence, and what to do next. */
    record Saying(String sentence, String nextStep) {}
}
