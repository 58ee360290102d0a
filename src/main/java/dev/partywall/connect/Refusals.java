package dev.partywall.connect;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Address;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;

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

    static Failure failure(Address address, SQLException e) {
        return Failure.incomplete(
                "The server refused: " + e.getMessage(), "Look at " + address + ".", e.getSQLState(), e);
    }
}
