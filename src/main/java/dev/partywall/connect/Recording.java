package dev.partywall.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Writes one {@link Activity} of what is done within it, however it ends. */
final class Recording {
    private final Side side;
    private final String user;
    private final String purpose;
    private final Consumer<Activity> log;
    private LongSupplier rows = () -> 0;

    Recording(Side side, String user, String purpose, Consumer<Activity> log) {
        this.side = side;
        this.user = user;
        this.purpose = purpose;
        this.log = log;
    }

    /** Where the number of rows is to be had at the end. */
    void count(LongSupplier counted) {
        rows = counted;
    }

    <T> T around(Supplier<T> work) {
        Instant at = Instant.now();
        long began = System.nanoTime();
        String outcome = "ended by an error";
        try {
            T result = work.get();
            outcome = "ok";
            return result;
        } catch (RuntimeException e) {
            outcome = String.valueOf(e.getMessage());
            throw e;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            log.accept(new Activity(at, side, user, purpose, rows.getAsLong(), took, outcome));
        }
    }
}
