package dev.partywall.probe.probes;

import dev.partywall.catalog.Privilege;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Assignments;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Handover;
import dev.partywall.probe.Keyed;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;

/** Makes one row of another tenant one's own, by its key. */
public final class StealForeign implements Probe {
    @Override
    public String id() {
        return "steal-foreign";
    }

    @Override
    public String command() {
        return "UPDATE";
    }

    @Override
    public boolean applies(Trial trial) {
        return Keyed.applies(trial, Privilege.UPDATE) && !Handover.toOwn(trial).isEmpty();
    }

    @Override
    public Verdict attempt(Trial trial) {
        Assignments key =
                Assignments.match(trial.target(), "t", ForeignRow.sample(trial).key());
        Sql sql = Assignments.set(trial.target(), Handover.toOwn(trial))
                .before(" WHERE ", key, "UPDATE " + trial.target().sql() + " t SET ", "");
        return new Keyed(this, trial, Privilege.UPDATE, sql, "taken over")
                .verdict(trial.rights()
                        .update()
                        .containsAll(trial.target().ownership().columns()));
    }
}
