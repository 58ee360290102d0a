package dev.partywall.backfill;

import org.jspecify.annotations.Nullable;

/**
 * What came of one step.
 *
 * @param tries how often it was tried, because others were in the way
 * @param error what the server said; null where it was done
 */
public record ClosingResult(
        ClosingStep step, Fate fate, int tries, @Nullable String error) {
    /** Whether it was done. */
    public enum Fate {
        DONE,
        REFUSED,
        /** One it needs was refused, or rows without a tenant are left, or somebody stopped it. */
        SKIPPED
    }
}
