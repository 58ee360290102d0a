package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.OpenState;
import dev.partywall.advisor.Rule;
import dev.partywall.expression.SessionState;
import java.util.List;

/** A session whose tenant is the empty string sees every tenant's rows, and nobody declared that. */
public final class OpenWithEmptyTenant implements Rule {
    @Override
    public String id() {
        return "fail-open-empty";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        return new OpenState(inspection)
                .findings(
                        id(),
                        SessionState.EMPTY,
                        "A session whose tenant is empty sees all tenants' rows of ",
                        "The empty string is what a pooled connection has after a transaction that set the tenant: every connection gets there.");
    }
}
