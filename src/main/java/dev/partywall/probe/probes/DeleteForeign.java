package dev.partywall.probe.probes;

import dev.partywall.catalog.Privilege;
import dev.partywall.connect.Sql;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Keyed;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;

/** Deletes one row of another tenant by its key. */
public final class DeleteForeign implements Probe {
    @Override
    public String id() {
        return "delete-foreign";
    }

    @Override
    public String command() {
        return "DELETE";
    }

    @Override
    public boolean applies(Trial trial) {
        return Keyed.applies(trial, Privilege.DELETE);
    }

    @Override
    public Verdict attempt(Trial trial) {
        Sql sql = ForeignRow.matched(trial, "DELETE FROM " + trial.target().sql() + " t WHERE ", "");
        return new Keyed(this, trial, Privilege.DELETE, sql, "deleted")
                .verdict(trial.rights().delete());
    }
}
