package dev.partywall.probe.probes;

import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Sight;
import dev.partywall.probe.Tally;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;

/** Counts rows where the session may read neither the tenant nor a key, so that an aggregate is all that shows. */
public final class CountRows implements Probe {
    @Override
    public String id() {
        return "count-rows";
    }

    @Override
    public String command() {
        return "SELECT";
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.sight() instanceof Sight.Unclear unclear
                && !unclear.undecided()
                && !trial.rights().select().isEmpty()
                && trial.target().ownership().direct()
                && !trial.target().isView();
    }

    @Override
    public Verdict attempt(Trial trial) {
        Verdicts verdicts = new Verdicts(
                this,
                trial,
                null,
                Sql.of("SELECT count(*) FROM " + trial.target().sql()));
        Tally control = trial.control();
        if (control == null) {
            return verdicts.held(null, "Nothing was tried.");
        }
        if (control.capped()) {
            return verdicts.notRun(trial.name() + " has too many rows to tell by their number whose they are.");
        }
        Sql counting = Sql.of("SELECT FROM generate_series(1, (SELECT count(*) FROM (SELECT 1 FROM "
                + trial.target().sql() + " LIMIT " + Tally.CAP + ") s))");
        Attempt attempt = trial.attempt(counting);
        return verdicts.of(attempt, rows -> judged(trial, verdicts, control, rows));
    }

    private static Verdict judged(Trial trial, Verdicts verdicts, Tally control, long rows) {
        long allowed = trial.readable().stream().mapToLong(control::of).sum();
        if (rows > allowed) {
            allowed = Math.max(allowed, allowed - trial.owned() + trial.ownedNow());
        }
        String words =
                trial.words() + ", " + trial.name() + " counts " + rows + " rows, where " + allowed + " may be read";
        return rows > allowed
                ? verdicts.leaked(rows - allowed, null, words + "; the control saw " + trial.others() + " of others.")
                : verdicts.held(null, words + ".");
    }
}
