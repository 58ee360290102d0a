package dev.partywall.backfill;

import dev.partywall.catalog.RelationName;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How far a back-fill is, told after each commit and where it begins to wait.
 *
 * @param journal by which it can be resumed or undone
 * @param number of the table in the plan, from 1
 * @param tables of the plan
 * @param before rows of this table that earlier runs had done
 * @param done rows of this table that got their tenant, went, or were undone; those of earlier runs as well
 * @param planned rows of this table that are to
 * @param aside rows of this table that the server refused to change
 * @param batch rows of the batch just committed
 * @param elapsed since this table was begun, without the time it waited
 * @param waiting what it waits for now
 */
public record Progress(
        Path journal,
        RelationName table,
        int number,
        int tables,
        long before,
        long done,
        long planned,
        long aside,
        int batch,
        Duration elapsed,
        Wait waiting) {

    /** Rows per second. */
    public double rate() {
        return (done - before) * 1000.0 / Math.max(1, elapsed.toMillis());
    }

    /** Until this table is done, at this rate. */
    public Duration remaining() {
        double rate = rate();
        return rate == 0 ? Duration.ZERO : Duration.ofMillis(Math.round(Math.max(0, planned - done) / rate * 1000));
    }
}
