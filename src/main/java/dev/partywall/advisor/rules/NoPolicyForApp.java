package dev.partywall.advisor.rules;

import dev.partywall.access.AccessKind;
import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Part;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.advisor.TenantPredicate;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Set;

/** Row security is on and no policy lets the app role at any row, although it holds privileges. */
public final class NoPolicyForApp implements Rule {
    @Override
    public String id() {
        return "policy-none-for-app";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> table.rowSecurity() && !table.partitionOf() && landscape.part(table) != Part.REGISTRY)
                .filter(table -> isDead(landscape, table))
                .map(table -> finding(landscape, table))
                .toList();
    }

    /** Every command it holds comes to nothing. That only restrictive policies are there is told by another rule. */
    private static boolean isDead(Landscape landscape, Relation table) {
        Set<Privilege> commands = landscape.reach().commands(table);
        return !commands.isEmpty()
                && !landscape.reach().isOutranked()
                && commands.stream()
                        .allMatch(
                                command -> landscape.reach().of(table, command).kind() == AccessKind.NOTHING)
                && table.policies().stream().noneMatch(policy -> applies(landscape, policy));
    }

    private static boolean applies(Landscape landscape, Policy policy) {
        return policy.roles().stream()
                .anyMatch(role -> role.equals(Grant.PUBLIC) || landscape.reach().uses(role));
    }

    private Finding finding(Landscape landscape, Relation table) {
        boolean bare = table.policies().isEmpty();
        return new Finding(
                id(),
                Severity.MEDIUM,
                Direction.FAIL_CLOSED,
                ObjectRef.of(table),
                "The app role holds privileges on " + table.name() + " and reaches no row of it",
                (bare
                                ? "Row security is on and there is no policy"
                                : "No policy names the app role or a role it inherits")
                        + ": everything is denied. Nothing leaks; the tenants miss their rows.",
                landscape.reach().app() + " may "
                        + Reach.words(landscape.reach().commands(table)) + "; "
                        + table.policies().size() + " policies, none for it.",
                new TenantPredicate(landscape)
                        .of(table)
                        .map(condition -> Remedy.policy(table, condition))
                        .orElse("Give the table the policy that the other tables have, or revoke the privileges."));
    }
}
