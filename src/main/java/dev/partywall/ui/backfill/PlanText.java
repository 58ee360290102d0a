package dev.partywall.ui.backfill;

import dev.partywall.backfill.Plan;
import dev.partywall.backfill.Rehearsal;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Figures;
import java.time.Duration;

/** A plan and its dry run in sentences. */
final class PlanText {
    private PlanText() {}

    static String summary(Plan plan) {
        long left = plan.tables().stream().mapToLong(PreviewPane::left).sum();
        String change = Texts.say(
                "backfill.summary",
                plan.rows() - plan.deletions(),
                plan.tables().size());
        String gone = plan.deletions() == 0 ? "" : " " + Texts.say("backfill.summary.deleted", plan.deletions());
        String stay = left == 0 ? "" : " " + Texts.say("backfill.summary.left", left);
        return change + gone + stay;
    }

    static String verdict(Rehearsal made) {
        long tried = made.tables().stream().mapToLong(Rehearsal.Table::tried).sum();
        long aside =
                made.tables().stream().mapToLong(table -> table.aside().size()).sum();
        Duration time = made.tables().stream().map(Rehearsal.Table::time).reduce(Duration.ZERO, Duration::plus);
        long wal = made.tables().stream().mapToLong(Rehearsal.Table::walBytes).sum();
        return Texts.say(
                aside == 0 ? "backfill.rehearsed" : "backfill.rehearsed.errors",
                tried,
                aside,
                Figures.time(time),
                Figures.bytes(wal));
    }
}
