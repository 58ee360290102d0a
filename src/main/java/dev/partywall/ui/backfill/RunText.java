package dev.partywall.ui.backfill;

import dev.partywall.backfill.Outcome;
import dev.partywall.backfill.Progress;
import dev.partywall.backfill.UndoOutcome;
import dev.partywall.backfill.Wait;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Figures;

/** A run and what came of it, in sentences. */
final class RunText {
    private RunText() {}

    static String step(Progress at) {
        String table = Texts.say("backfill.at", at.table(), at.number(), at.tables());
        String rows = Texts.say("backfill.at.rows", at.done(), at.planned());
        String pace = at.waiting() == Wait.NOTHING
                ? Texts.say("backfill.at.pace", Math.round(at.rate()), Figures.time(at.remaining()))
                : at.waiting().words();
        return table + rows + ", " + pace;
    }

    static String title(Outcome outcome) {
        if (outcome.stopped()) {
            return Texts.say("backfill.stopped", outcome.set());
        }
        return Texts.say(outcome.complete() ? "backfill.done" : "backfill.done.left", outcome.set());
    }

    static String title(UndoOutcome outcome) {
        if (outcome.stopped()) {
            return Texts.say("backfill.undo.stopped", outcome.undone());
        }
        return Texts.say(outcome.complete() ? "backfill.undone" : "backfill.undone.left", outcome.undone());
    }

    /** Why a row is refused; the first of what the server said is enough for a line. */
    static String held(long rows) {
        return Texts.say("backfill.held", rows);
    }
}
