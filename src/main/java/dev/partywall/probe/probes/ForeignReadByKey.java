package dev.partywall.probe.probes;

import dev.partywall.connect.Sql;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;

/** Asks for one row of another tenant by its key. */
public final class ForeignReadByKey implements Probe {
    @Override
    public String id() {
        return "foreign-read-by-key";
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
        return trial.asTenant() && !trial.target().registry() && ForeignRow.reachable(trial);
    }

    @Override
    public Verdict attempt(Trial trial) {
        Sql sql = ForeignRow.matched(trial, "SELECT 1 FROM " + trial.target().sql() + " t WHERE ", "");
        Verdicts verdicts = new Verdicts(this, trial, trial.against(), sql);
        String row = trial.words() + ", a row of " + trial.against() + " in " + trial.name();
        return verdicts.of(
                trial.attempt(sql),
                rows -> rows > 0
                        ? verdicts.leaked(rows, null, row + " can be read by its key.")
                        : verdicts.held(null, row + " cannot be read by its key."));
    }
}
