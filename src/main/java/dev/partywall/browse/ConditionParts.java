package dev.partywall.browse;

import dev.partywall.browse.Explanation.Part;
import dev.partywall.browse.Explanation.Term;
import dev.partywall.catalog.Relation;
import dev.partywall.expression.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a condition apart, down to what it compares. */
final class ConditionParts {
    private final Relation relation;
    private final RowConditions conditions;

    ConditionParts(Relation relation, RowConditions conditions) {
        this.relation = relation;
        this.conditions = conditions;
    }

    /** AND, OR or NOT; empty for what has no parts. */
    static String joined(Expression condition) {
        return switch (condition) {
            case Expression.And and -> "AND";
            case Expression.Or or -> "OR";
            case Expression.Not not -> "NOT";
            default -> "";
        };
    }

    /** The parts a condition is joined from; itself where it is none. */
    List<Part> of(Expression condition) {
        List<Expression> operands = operands(condition);
        return operands.isEmpty()
                ? List.of(part(condition, true, null))
                : parts(condition, true, conditions.truth(condition.sql()));
    }

    private List<Part> parts(Expression whole, boolean decides, Truth truth) {
        Truth compared = whole instanceof Expression.Not ? null : truth;
        return operands(whole).stream()
                .map(operand -> part(operand, decides, compared))
                .toList();
    }

    private static List<Expression> operands(Expression condition) {
        return switch (condition) {
            case Expression.And and -> and.operands();
            case Expression.Or or -> or.operands();
            case Expression.Not not -> List.of(not.operand());
            default -> List.of();
        };
    }

    /** A part decides if it is what the whole is: a FALSE one of a FALSE conjunction, all of a TRUE one. */
    private Part part(Expression expression, boolean wholeDecides, @Nullable Truth whole) {
        Truth truth = conditions.truth(expression.sql());
        boolean decides = wholeDecides && (whole == null || whole.value() == truth.value());
        List<Part> parts = parts(expression, decides, truth);
        return new Part(
                expression.sql(),
                truth,
                joined(expression),
                parts,
                parts.isEmpty() ? terms(expression) : List.of(),
                decides);
    }

    private List<Term> terms(Expression part) {
        List<Term> terms = new ArrayList<>();
        wanted(part).forEach(sql -> conditions.value(sql).ifPresent(terms::add));
        return terms;
    }

    /** All that will be asked about a condition. */
    Set<String> asked(Expression condition) {
        Set<String> asked = new LinkedHashSet<>(List.of(condition.sql()));
        List<Expression> operands = operands(condition);
        operands.forEach(operand -> asked.addAll(asked(operand)));
        if (operands.isEmpty()) {
            asked.addAll(wanted(condition));
        }
        return asked;
    }

    /** Both sides of a comparison, the row's own columns, and settings. */
    private Set<String> wanted(Expression part) {
        Set<String> wanted = new LinkedHashSet<>();
        if (part instanceof Expression.Binary binary) {
            wanted.add(binary.left().sql());
            wanted.add(binary.right().sql());
        } else if (part instanceof Expression.AnyAll any) {
            wanted.add(any.left().sql());
        }
        part.walk().filter(this::isOfInterest).forEach(inner -> wanted.add(inner.sql()));
        wanted.removeIf(sql -> Expression.parse(sql).walk().noneMatch(ConditionParts::varies));
        return wanted;
    }

    private boolean isOfInterest(Expression inner) {
        boolean column = inner instanceof Expression.ColumnRef ref && isOwn(ref);
        boolean setting = inner instanceof Expression.Call call && call.name().equals("current_setting");
        return column || setting;
    }

    private static boolean varies(Expression inner) {
        return inner instanceof Expression.ColumnRef || inner instanceof Expression.Call;
    }

    private boolean isOwn(Expression.ColumnRef ref) {
        boolean here = ref.qualifier() == null || relation.name().name().equals(ref.qualifier());
        return here && relation.column(ref.name()).isPresent();
    }
}
