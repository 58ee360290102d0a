package dev.partywall.advisor;

import dev.partywall.access.Access;
import dev.partywall.access.Inspection;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.expression.Evaluation;
import dev.partywall.expression.Expression;
import dev.partywall.expression.Knowledge;
import dev.partywall.expression.Visibility;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All policies that bind the app role, evaluated once for the rules that ask about them. */
public final class PolicyReview {
    private static SoftReference<@Nullable PolicyReview> latest = new SoftReference<>(null);

    private final Inspection inspection;
    private final Landscape landscape;
    private final Knowledge knowledge;
    private final Evaluation evaluation;
    private final Map<RelationName, Expression> seen = new HashMap<>();
    private final List<ReviewedTable> tables = new ArrayList<>();
    private final List<Hole> holes;

    private PolicyReview(Inspection inspection) {
        this.inspection = inspection;
        this.landscape = new Landscape(inspection);
        this.knowledge = inspection.tenancy().knowledge(inspection.snapshot()).loggedInAs(inspection.appRole());
        this.evaluation = new Evaluation(knowledge, visibility());
        landscape.tables().stream().filter(this::isBound).forEach(table -> tables.add(reviewed(table)));
        this.holes = new Holes(landscape).in(tables);
    }

    /** The review of an inspection; rules that run one after the other share it. */
    public static synchronized PolicyReview of(Inspection inspection) {
        PolicyReview known = latest.get();
        if (known == null || known.inspection != inspection) {
            known = new PolicyReview(inspection);
            latest = new SoftReference<>(known);
        }
        return known;
    }

    public Landscape landscape() {
        return landscape;
    }

    public Knowledge knowledge() {
        return knowledge;
    }

    /** Tables with rows of tenants, or their registry, on which policies bind the app role. */
    public List<ReviewedTable> tables() {
        return tables;
    }

    public List<Hole> holes(String word) {
        return holes.stream().filter(hole -> hole.word().equals(word)).toList();
    }

    /** The role a policy was probably meant for, when only one other role may read its table; else empty. */
    public String meantFor(Hole hole) {
        return new Holes(landscape).meantFor(hole);
    }

    /** Whether its policies go by a person, a login say, and not by the tenant alone: who has which tenant. */
    public boolean tellsPersonsApart(ReviewedTable table) {
        SessionSource source = new SessionSource(landscape.tenancy());
        return table.policies().stream()
                .flatMap(policy -> policy.conditions().stream().flatMap(text -> policy.comparisons(text).stream()))
                .anyMatch(source::isPerson);
    }

    /** Whether the policy already lets foreign rows through while a tenant is set. */
    public boolean hasHole(ReviewedPolicy policy) {
        return holes.stream().anyMatch(hole -> hole.policy() == policy);
    }

    private boolean isBound(Relation table) {
        boolean ofTenants = landscape.holdsTenantRows(table) || landscape.part(table) == Part.REGISTRY;
        return ofTenants
                && table.rowSecurity()
                && !table.policies().isEmpty()
                && !landscape.reach().isExempt(landscape.reach().app(), table)
                && !landscape.reach().commands(table).isEmpty();
    }

    private ReviewedTable reviewed(Relation table) {
        List<ReviewedPolicy> policies = table.policies().stream()
                .filter(this::applies)
                .map(policy -> new ReviewedPolicy(table, policy, knowledge, evaluation))
                .toList();
        return new ReviewedTable(table, policies, landscape.reach().commands(table));
    }

    private boolean applies(Policy policy) {
        return policy.roles().stream()
                .anyMatch(role -> role.equals(Grant.PUBLIC) || landscape.reach().uses(role));
    }

    /** What the app role sees of a relation that a policy reads. */
    private Visibility visibility() {
        return relation -> seen.computeIfAbsent(relation, this::condition);
    }

    private Expression condition(RelationName name) {
        Relation relation = knowledge.relation(name).orElse(null);
        if (relation == null || !relation.isTable() || landscape.reach().isOutranked()) {
            return Expression.Constant.TRUE;
        }
        Access access = inspection.access().of(inspection.appRole(), name, Privilege.SELECT);
        return switch (access.kind()) {
            case DENIED, NOTHING -> Expression.Constant.FALSE;
            case EVERYTHING, UNDECIDED -> Expression.Constant.TRUE;
            case ROWS -> access.predicate() == null ? Expression.Constant.TRUE : Expression.parse(access.predicate());
        };
    }
}
