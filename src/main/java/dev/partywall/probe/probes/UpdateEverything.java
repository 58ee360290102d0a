package dev.partywall.probe.probes;

import dev.partywall.catalog.Privilege;
import dev.partywall.probe.Bare;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;

/** Updates without a condition: what a forgotten WHERE does. */
public final class UpdateEverything implements Probe {
    @Override
    public String id() {
        return "update-everything";
    }

    @Override
    public String command() {
        return "UPDATE";
    }

    @Override
    public boolean applies(Trial trial) {
        return Bare.applies(trial, Privilege.UPDATE);
    }

    @Override
    public Verdict attempt(Trial trial) {
        return new Bare(
                        this,
                        trial,
                        Privilege.UPDATE,
                        !trial.rights().update().isEmpty(),
                        Bare.update(trial),
                        "a bare UPDATE on")
                .verdict();
    }
}
