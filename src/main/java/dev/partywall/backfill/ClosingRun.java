package dev.partywall.backfill;

import dev.partywall.backfill.ClosingResult.Fate;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes closing steps one by one. Whoever waits for a lock makes everybody behind him wait, so each waits only briefly, and is
 * tried again.
 */
final class ClosingRun {
    private static final int MOST_TRIES = 20;
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final WriteSession session;
    private final Target target;
    private final Control control;
    private final Consumer<ClosingResult> listener;
    private final Set<String> broken = new HashSet<>();

    ClosingRun(WriteSession session, Target target, Control control, Consumer<ClosingResult> listener) {
        this.session = session;
        this.target = target;
        this.control = control;
        this.listener = listener;
    }

    List<ClosingResult> take(List<ClosingStep> steps) {
        Locks.take(session, target, false);
        long left = Counts.withoutTenant(session, target);
        session.rollback();
        List<ClosingResult> results = new ArrayList<>();
        for (ClosingStep step : steps) {
            ClosingResult result = result(step, left);
            results.add(result);
            if (result.fate() != Fate.DONE) {
                broken.add(step.chain());
            }
            listener.accept(result);
        }
        return results;
    }

    private ClosingResult result(ClosingStep step, long left) {
        if (control.isStopped()) {
            return skipped(step, "it was stopped");
        }
        if (left > 0 && step.chain().equals(Closing.PRESENCE)) {
            return skipped(step, left + " rows without a tenant are left");
        }
        return broken.contains(step.chain()) ? skipped(step, "a step before it was not done") : taken(step);
    }

    private static ClosingResult skipped(ClosingStep step, String why) {
        return new ClosingResult(step, Fate.SKIPPED, 0, why);
    }

    private ClosingResult taken(ClosingStep step) {
        Failure last = null;
        for (int attempt = 1; attempt <= MOST_TRIES && !control.isStopped(); attempt++) {
            last = attempt(step);
            if (last == null) {
                return new ClosingResult(step, Fate.DONE, attempt, null);
            }
            if (!Refusal.passes(last)) {
                return new ClosingResult(step, Fate.REFUSED, attempt, String.valueOf(last.getMessage()));
            }
            control.await(BETWEEN);
        }
        String said = last == null ? "it was stopped" : String.valueOf(last.getMessage());
        return new ClosingResult(step, Fate.REFUSED, MOST_TRIES, said);
    }

    private @Nullable Failure attempt(ClosingStep step) {
        try {
            if (step.alone()) {
                session.executeAlone(step.sql());
            } else {
                Committer.begin(session, PATIENCE, false);
                session.execute(Sql.of("SET LOCAL statement_timeout = 0"));
                session.execute(Sql.of(step.sql()));
                session.commit();
            }
            return null;
        } catch (Failure refused) {
            if (Refusal.ends(refused)) {
                throw refused;
            }
            session.rollback();
            return refused;
        }
    }
}
