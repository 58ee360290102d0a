package dev.partywall.browse.plan;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan.
 *
 * @param title as EXPLAIN names it: {@code Index Scan using ord_pkey on ord}
 * @param relation the table it reads; null for others
 * @param subplan {@code InitPlan 1}: evaluated once, {@code SubPlan 1}: evaluated for each row; null for others
 * @param rows really brought by each of {@code loops}; null where it was not run
 * @param millis spent in each loop, what is below included; null where it was not run
 */
public record PlanNode(
        String title,
        @Nullable String relation,
        @Nullable String subplan,
        double cost,
        double estimatedRows,
        @Nullable Double rows,
        @Nullable Double loops,
        @Nullable Double millis,
        List<Condition> conditions,
        List<PlanNode> children) {
    /**
     * What a step asks of rows.
     *
     * @param kind as EXPLAIN names it: {@code Filter}, {@code Index Cond}, ...
     * @param removed rows it turned away, of all loops; null where that is not known
     * @param policies whose conditions are in it; empty for the query's own
     * @param perRow functions it calls for each row
     */
    public record Condition(
            String kind, String sql, @Nullable Long removed, List<String> policies, List<String> perRow) {
        public Condition {
            policies = List.copyOf(policies);
            perRow = List.copyOf(perRow);
        }

        public boolean isPolicy() {
            return !policies.isEmpty();
        }
    }

    public PlanNode {
        conditions = List.copyOf(conditions);
        children = List.copyOf(children);
    }

    /** This step and all below, from the top. */
    public Stream<PlanNode> walk() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PlanNode::walk));
    }
}
