package dev.partywall.probe.probes;

import dev.partywall.catalog.Privilege;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Bare;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;

/** Deletes without a condition: what a forgotten WHERE does. */
public final class DeleteEverything implements Probe {
    @Override
    public String id() {
        return "delete-everything";
    }

    @Override
    public String command() {
        return "DELETE";
    }

    @Override
    public boolean applies(Trial trial) {
        return Bare.applies(trial, Privilege.DELETE);
    }

    @Override
    public Verdict attempt(Trial trial) {
        return new Bare(
                        this,
                        trial,
                        Privilege.DELETE,
                        trial.rights().delete(),
                        Sql.of("DELETE FROM " + trial.target().sql()),
                        "a bare DELETE on")
                .verdict();
    }
}
