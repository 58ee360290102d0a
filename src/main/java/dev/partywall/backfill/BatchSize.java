package dev.partywall.backfill;

import java.time.Duration;

/** How many rows the next batch takes: as many as keep its locks no longer than wished. */
final class BatchSize {
    private final Plan.Batches wish;
    private int rows;

    BatchSize(Plan.Batches wish) {
        this.wish = wish;
        this.rows = wish.first();
    }

    int rows() {
        return rows;
    }

    /** A batch of this many rows went well and held its locks for this long. */
    void took(Duration held) {
        double ratio = wish.lockMillis() / Math.max(1.0, held.toMillis());
        double factor = ratio < 1 ? ratio * 0.8 : Math.min(2, Math.max(1, ratio * 0.8));
        rows = (int) Math.clamp(Math.round(rows * factor), 1L, wish.largest());
        if (factor > 1) {
            rows = Math.min(wish.largest(), rows + 1);
        }
    }

    /** A batch was refused: the row at fault is looked for in half of it. */
    void refused() {
        rows = Math.max(1, rows / 2);
    }
}
