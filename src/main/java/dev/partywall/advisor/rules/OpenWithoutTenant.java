package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.OpenState;
import dev.partywall.advisor.Rule;
import dev.partywall.expression.SessionState;
import java.util.List;

/** A session that never named a tenant sees every tenant's rows, and nobody declared that. */
public final class OpenWithoutTenant implements Rule {
    @Override
    public String id() {
        return "fail-open-unset";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        return new OpenState(inspection)
                .findings(
                        id(),
                        SessionState.UNSET,
                        "A session that never named a tenant sees all tenants' rows of ",
                        "A forgotten setting means everything instead of nothing: one code path that does not set the tenant shows one customer all the others.");
    }
}
