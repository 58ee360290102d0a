package dev.partywall.tenancy;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Relation;
import dev.partywall.expression.Answer;
import dev.partywall.expression.Evaluation;
import dev.partywall.expression.Expression;
import dev.partywall.expression.RowTenant;
import dev.partywall.expression.SessionState;
import dev.partywall.expression.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says whether policies open when no tenant is set. That alone does not make it an intention. */
final class UnsetEvidence {
    private final CatalogSnapshot snapshot;
    private final List<Relation> inScope;

    UnsetEvidence(CatalogSnapshot snapshot, List<Relation> inScope) {
        this.snapshot = snapshot;
        this.inScope = inScope;
    }

    Evidence of(Tenancy tenancy) {
        Evaluation evaluation = new Evaluation(tenancy.knowledge(snapshot), Visibility.EVERYTHING);
        Map<String, Boolean> asked = new HashMap<>();
        int open = 0;
        for (Relation relation : inScope) {
            Optional<String> column = tenancy.columnOf(relation.name());
            for (Policy policy : column.isPresent() ? relation.policies() : List.<Policy>of()) {
                String text = policy.using() == null ? policy.withCheck() : policy.using();
                if (text != null
                        && asked.computeIfAbsent(
                                column.get() + "\n" + text, key -> opens(evaluation, relation, text))) {
                    open++;
                }
            }
        }
        String reason = open == 0
                ? "no policy opens without a tenant"
                : Words.policies(open) + (open == 1 ? " opens" : " open")
                        + " without a tenant, and the profile does not say that is meant";
        return new Evidence("unsetMeans", "nothing", reason);
    }

    private static boolean opens(Evaluation evaluation, Relation relation, String text) {
        Expression condition = Expression.parse(text);
        Answer with = evaluation.of(condition, relation.name(), SessionState.TENANT, RowTenant.FOREIGN);
        Answer unset = evaluation.of(condition, relation.name(), SessionState.UNSET, RowTenant.FOREIGN);
        Answer empty = evaluation.of(condition, relation.name(), SessionState.EMPTY, RowTenant.FOREIGN);
        return !with.canBeTrue() && (unset.canBeTrue() || empty.canBeTrue());
    }
}
