package dev.partywall.advisor;

import dev.partywall.catalog.Command;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.expression.Answer;
import dev.partywall.expression.Evaluation;
import dev.partywall.expression.Expression;
import dev.partywall.expression.Knowledge;
import dev.partywall.expression.RowTenant;
import dev.partywall.expression.SessionState;
import dev.partywall.expression.TenantComparison;
import dev.partywall.expression.TenantComparisons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A policy that applies to the app role, and what its conditions come to. */
public final class ReviewedPolicy {
    private static final Answer NEVER = new Answer(false, true, false, Set.of(), Set.of());
    private static final Answer ALWAYS = new Answer(true, false, false, Set.of(), Set.of());

    private final Relation table;
    private final Policy policy;
    private final Knowledge knowledge;
    private final Evaluation evaluation;
    private final Map<List<Object>, Answer> answers = new HashMap<>();

    /** Which rows a condition is about. */
    public enum Side {
        /** Rows that are there. */
        USING,
        /** Rows as they are to become. */
        CHECK
    }

    ReviewedPolicy(Relation table, Policy policy, Knowledge knowledge, Evaluation evaluation) {
        this.table = table;
        this.policy = policy;
        this.knowledge = knowledge;
        this.evaluation = evaluation;
    }

    public Relation table() {
        return table;
    }

    public Policy policy() {
        return policy;
    }

    public boolean coversCommand(Privilege command) {
        return policy.command() == Command.ALL || policy.command().name().equals(command.name());
    }

    /** The condition that PostgreSQL applies on this side: UPDATE and ALL reuse USING where they have no WITH CHECK. */
    public @Nullable String condition(Side side) {
        return side == Side.USING || policy.command() == Command.INSERT
                ? side == Side.USING ? policy.using() : policy.withCheck()
                : Objects.requireNonNullElse(policy.withCheck(), policy.using() == null ? "true" : policy.using());
    }

    /** The distinct conditions it has. */
    public List<String> conditions() {
        return Stream.of(policy.using(), policy.withCheck())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    /** What the condition comes to. One that is absent lets nothing in if permissive, everything if restrictive. */
    public Answer ask(Side side, SessionState session, RowTenant row) {
        String condition = condition(side);
        if (condition == null) {
            return policy.permissive() ? NEVER : ALWAYS;
        }
        return side == Side.USING
                ? ask(condition, session, row)
                : answers.computeIfAbsent(
                        List.of(condition, session, row, side),
                        key -> evaluation.ofMade(condition, table.name(), session, row));
    }

    /** What a condition comes to for a row that is there. */
    public Answer ask(String condition, SessionState session, RowTenant row) {
        return answers.computeIfAbsent(
                List.of(condition, session, row), key -> evaluation.of(condition, table.name(), session, row));
    }

    /** A condition read, with the functions it calls opened. */
    public Expression read(String condition) {
        return knowledge.read(condition);
    }

    /** Where a condition compares columns with settings. */
    public List<TenantComparison> comparisons(String condition) {
        return TenantComparisons.in(read(condition), table.name(), knowledge::relation);
    }

    /** The columns of the row itself that a condition names. */
    public Set<String> columns(String condition) {
        Set<String> names = new java.util.TreeSet<>();
        read(condition)
                .walk()
                .filter(Expression.ColumnRef.class::isInstance)
                .map(Expression.ColumnRef.class::cast)
                .filter(column ->
                        column.qualifier() == null || table.name().name().equals(column.qualifier()))
                .filter(column -> table.column(column.name()).isPresent())
                .forEach(column -> names.add(column.name()));
        return names;
    }
}
