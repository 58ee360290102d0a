package dev.partywall.backfill;

import dev.partywall.catalog.RelationName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Between two batches of a table: tells how far it is, waits where it has to, and knows whether somebody stopped it. */
final class Pace {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Where where;
    private final Throttle throttle;
    private final Control control;
    private final Consumer<Progress> listener;
    private final Instant start = Instant.now();
    private Duration waited = Duration.ZERO;

    /** What does not change in the {@link Progress} of one table. */
    record Where(Path journal, RelationName table, int number, int tables, long before, long planned) {}

    Pace(Where where, Throttle throttle, Control control, Consumer<Progress> listener) {
        this.where = where;
        this.throttle = throttle;
        this.control = control;
        this.listener = listener;
    }

    boolean stopped() {
        return control.isStopped();
    }

    /** A batch of this many rows was committed. */
    void done(long done, long aside, int rows) {
        tell(done, aside, rows, Wait.NOTHING);
    }

    void comingBack(long done, long aside) {
        tell(done, aside, 0, Wait.HELD);
    }

    /** Waits as long as somebody paused it or a limit is passed; false when it was stopped. */
    boolean goOn(long done, long aside) {
        Wait told = Wait.NOTHING;
        for (Wait wait = wanted(); wait != Wait.NOTHING && !control.isStopped(); wait = wanted()) {
            if (wait != told) {
                tell(done, aside, 0, wait);
                told = wait;
            }
            Instant from = Instant.now();
            control.await(LOOK_AGAIN);
            throttle.forget();
            waited = waited.plus(Duration.between(from, Instant.now()));
        }
        return !control.isStopped();
    }

    private Wait wanted() {
        return control.isPaused() ? Wait.PAUSED : throttle.wanted();
    }

    private void tell(long done, long aside, int rows, Wait wait) {
        listener.accept(new Progress(
                where.journal(),
                where.table(),
                where.number(),
                where.tables(),
                where.before(),
                done,
                where.planned(),
                aside,
                rows,
                Duration.between(start, Instant.now()).minus(waited),
                wait));
    }
}
