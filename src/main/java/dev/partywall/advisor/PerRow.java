package dev.partywall.advisor;

import dev.partywall.catalog.Function;
import dev.partywall.catalog.Relation;
import dev.partywall.expression.Expression;
import dev.partywall.expression.Knowledge;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What of a condition the server works out again for every row: a sub-select that names no column of the row is not. */
public final class PerRow {
    private final Knowledge knowledge;

    public PerRow(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** The functions called for every row. What they call in turn is not looked at. */
    public Set<Function> functions(Expression condition, Relation table) {
        Set<Function> found = new LinkedHashSet<>();
        collect(condition, table, found);
        return found;
    }

    private void collect(Expression expression, Relation table, Set<Function> found) {
        switch (expression) {
            case Expression.Opened opened -> found.add(opened.function());
            case Expression.Call call -> {
                Optional<Function> function = knowledge.bodies().function(call);
                function.ifPresent(found::add);
                call.arguments().forEach(argument -> collect(argument, table, found));
            }
            default -> {
                if (!isSubSelect(expression) || isCorrelated(expression, table)) {
                    expression.parts().forEach(part -> collect(part, table, found));
                }
            }
        }
    }

    /** The sub-selects that depend on the row. */
    public boolean hasCorrelatedSubSelect(Expression condition, Relation table) {
        return condition.walk().anyMatch(part -> isSubSelect(part) && isCorrelated(part, table));
    }

    private static boolean isSubSelect(Expression expression) {
        return expression instanceof Expression.SubSelect || expression instanceof Expression.Exists;
    }

    private static boolean isCorrelated(Expression subSelect, Relation table) {
        return subSelect
                .walk()
                .filter(Expression.ColumnRef.class::isInstance)
                .map(Expression.ColumnRef.class::cast)
                .anyMatch(column -> table.name().name().equals(column.qualifier())
                        && table.column(column.name()).isPresent());
    }
}
