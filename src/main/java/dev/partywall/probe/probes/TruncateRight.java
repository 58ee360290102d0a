package dev.partywall.probe.probes;

import dev.partywall.connect.Sql;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;

/** Looks whether TRUNCATE would be possible. It is never executed. */
public final class TruncateRight implements Probe {
    @Override
    public String id() {
        return "truncate-right";
    }

    @Override
    public String command() {
        return "TRUNCATE";
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.leading() && trial.target().relation().isTable();
    }

    @Override
    public Verdict attempt(Trial trial) {
        Verdicts verdicts = new Verdicts(
                this,
                trial,
                null,
                Sql.of(
                        "SELECT has_table_privilege(?, 'TRUNCATE')",
                        trial.target().sql()));
        return trial.rights().truncate()
                ? verdicts.notRun(trial.words() + ", TRUNCATE " + trial.name()
                        + " is permitted and would empty it for every tenant. It is never tried: revoke the privilege.")
                : verdicts.blocked();
    }
}
