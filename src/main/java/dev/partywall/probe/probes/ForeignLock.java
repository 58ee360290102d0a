package dev.partywall.probe.probes;

import dev.partywall.connect.Sql;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;

/** Locks one row of another tenant. */
public final class ForeignLock implements Probe {
    @Override
    public String id() {
        return "foreign-lock";
    }

    @Override
    public String command() {
        return "SELECT";
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.asTenant()
                && trial.target().relation().isTable()
                && !trial.rights().update().isEmpty()
                && ForeignRow.reachable(trial);
    }

    @Override
    public Verdict attempt(Trial trial) {
        Sql sql = ForeignRow.matched(trial, "SELECT 1 FROM " + trial.target().sql() + " t WHERE ", " FOR UPDATE");
        Verdicts verdicts = new Verdicts(this, trial, trial.against(), sql);
        String row = trial.words() + ", a row of " + trial.against() + " in " + trial.name();
        return verdicts.of(
                trial.attempt(sql),
                rows -> rows > 0
                        ? verdicts.leaked(rows, null, row + " can be locked FOR UPDATE.")
                        : verdicts.held(null, row + " cannot be locked FOR UPDATE."));
    }
}
