package dev.partywall.probe.probes;

import dev.partywall.catalog.Privilege;
import dev.partywall.connect.Sql;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Keyed;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;

/** Deletes one row of another tenant by MERGE. */
public final class MergeForeign implements Probe {
    private static final int FIRST_VERSION = 15;

    @Override
    public String id() {
        return "merge-foreign";
    }

    @Override
    public String command() {
        return "MERGE";
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.serverMajor() >= FIRST_VERSION
                && trial.target().relation().isTable()
                && !trial.target().guarded().counts()
                && Keyed.applies(trial, Privilege.DELETE);
    }

    @Override
    public Verdict attempt(Trial trial) {
        Sql sql = ForeignRow.matched(
                trial, "MERGE INTO " + trial.target().sql() + " t USING (SELECT 1) s ON ", " WHEN MATCHED THEN DELETE");
        return new Keyed(this, trial, Privilege.DELETE, sql, "deleted by MERGE")
                .verdict(trial.rights().delete());
    }
}
