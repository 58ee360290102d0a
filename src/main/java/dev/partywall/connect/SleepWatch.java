package dev.partywall.connect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Notices that the machine slept: the wall clock went on while the clock that counts running time stood still. (So it is on Linux and
 * macOS; where that clock counts sleep, nothing is noticed.)
 */
final class SleepWatch {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final InstantSource wall;
    private final LongSupplier running;
    private Instant wallBefore;
    private long runningBefore;

    /** @param running nanoseconds, as of {@link System#nanoTime} */
    SleepWatch(InstantSource wall, LongSupplier running) {
        this.wall = wall;
        this.running = running;
        this.wallBefore = wall.instant();
        this.runningBefore = running.getAsLong();
    }

    /** Whether it slept since this was asked last. */
    synchronized boolean slept() {
        Instant wallNow = wall.instant();
        long runningNow = running.getAsLong();
        Duration awake = Duration.ofNanos(runningNow - runningBefore);
        boolean slept = Duration.between(wallBefore, wallNow).minus(awake).compareTo(SHORTEST) > 0;
        wallBefore = wallNow;
        runningBefore = runningNow;
        return slept;
    }
}
