package dev.partywall.probe;

import dev.partywall.connect.Link;
import java.util.List;

/**
 * What all parts of a run share.
 *
 * @param tenants those to try as and against
 */
record Stage(Link link, ProbePlan plan, Casting casting, List<String> tenants, Ledger ledger) {
    Budget budget() {
        return new Budget(plan.budget());
    }

    Attempts attempts() {
        return new Attempts(link, plan, ledger);
    }

    Stage with(Casting other) {
        return new Stage(link, plan, other, tenants, ledger);
    }

    Stage through(Link other) {
        return new Stage(other, plan, casting, tenants, ledger);
    }
}
