package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Exposure;
import dev.partywall.advisor.Filtering;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.advisor.TenantFilter;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.Rewrite;
import java.util.List;
import java.util.stream.Stream;

/** A rewrite rule works on tenants' rows with the rights of the relation's owner, whom row security does not bind. */
public final class RewriteRuleWithOwnersRights implements Rule {
    @Override
    public String id() {
        return "rule-definer";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        TenantFilter filter = new TenantFilter(landscape);
        Exposure exposure = new Exposure(landscape, filter);
        return inspection.snapshot().rewrites().stream()
                .filter(Rewrite::enabled)
                .flatMap(rule -> landscape.relation(rule.relation()).stream()
                        .filter(relation ->
                                !landscape.reach().commands(relation).isEmpty())
                        .flatMap(relation -> judge(filter, exposure, rule, relation)))
                .toList();
    }

    private Stream<Finding> judge(TenantFilter filter, Exposure exposure, Rewrite rule, Relation relation) {
        int action = rule.definition().indexOf(" DO ");
        String body = action < 0 ? rule.definition() : rule.definition().substring(action);
        Filtering filtering = filter.ofRule(body, exposure.openTo(relation.owner()));
        return switch (filtering) {
            case UNTOUCHED, FILTERED -> Stream.empty();
            case UNDECIDED -> Stream.of(finding(rule, relation, Severity.INFO));
            case BY_ARGUMENT, UNFILTERED -> Stream.of(finding(rule, relation, Severity.HIGH));
        };
    }

    private Finding finding(Rewrite rule, Relation relation, Severity severity) {
        return new Finding(
                id(),
                severity,
                Direction.FAIL_OPEN,
                ObjectRef.of(relation),
                "The rule " + Identifiers.quote(rule.name()) + " on " + relation.name() + " works past row security",
                "What a rule adds to a statement is checked as the owner of the relation, " + relation.owner()
                        + ", and row security does not bind that role on the tables it names.",
                rule.definition(),
                "DROP RULE " + Identifiers.quote(rule.name()) + " ON "
                        + relation.name().sql() + ";");
    }
}
