package dev.partywall.browse.plan;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Command;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.RelationName;
import dev.partywall.expression.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells the conditions of policies in a plan, which never names them (FACTS, row security 20). The planner rewrites conditions: so a
 * policy is found by what it compares, whatever is around that.
 */
final class PolicyTexts {
    private static final Pattern SUBPLAN = Pattern.compile("(sub|init)plan\\d");

    private final CatalogSnapshot snapshot;

    PolicyTexts(CatalogSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The policies for SELECT of a relation with a part in a condition; by name. */
    List<String> in(String schema, String relation, String alias, String sql) {
        String plan = bare(sql, alias);
        return snapshot.relation(new RelationName(schema, relation)).stream()
                .flatMap(found -> found.policies().stream())
                .filter(policy -> policy.command() == Command.SELECT || policy.command() == Command.ALL)
                .filter(policy -> marks(policy, relation).stream().anyMatch(plan::contains)
                        || SUBPLAN.matcher(plan).find() && selects(policy))
                .map(Policy::name)
                .toList();
    }

    /** Each part that tells: the comparisons, and what they compare the row with. */
    private static Set<String> marks(Policy policy, String relation) {
        Set<String> marks = new LinkedHashSet<>();
        if (policy.using() != null) {
            leaves(Expression.parse(policy.using())).forEach(leaf -> {
                marks.add(bare(leaf.sql(), relation));
                leaf.walk()
                        .filter(part -> part instanceof Expression.Call)
                        .forEach(call -> marks.add(bare(call.sql(), relation)));
            });
        }
        marks.removeIf(mark -> mark.length() < 4 || mark.equals("true") || mark.equals("false"));
        return marks;
    }

    /** A sub-select has only a number in the plan. */
    private static boolean selects(Policy policy) {
        return policy.using() != null
                && Expression.parse(policy.using())
                        .walk()
                        .anyMatch(part -> part instanceof Expression.SubSelect || part instanceof Expression.Exists);
    }

    private static List<Expression> leaves(Expression condition) {
        List<Expression> leaves = new ArrayList<>();
        switch (condition) {
            case Expression.And and -> and.operands().forEach(part -> leaves.addAll(leaves(part)));
            case Expression.Or or -> or.operands().forEach(part -> leaves.addAll(leaves(part)));
            case Expression.Not not -> leaves.addAll(leaves(not.operand()));
            default -> leaves.add(condition);
        }
        return leaves;
    }

    /** Without what the planner adds or drops at will: parentheses, blanks, the table's name, casts of literals. */
    private static String bare(String sql, String table) {
        return sql.toLowerCase(Locale.ROOT)
                .replace("\"" + table.toLowerCase(Locale.ROOT) + "\".", "")
                .replace(table.toLowerCase(Locale.ROOT) + ".", "")
                .replaceAll("::(text|character varying|name|regclass|unknown)", "")
                .replaceAll("[()\\s]", "");
    }

    /** Functions of this database, and of the server those that look a setting up, as far as a condition calls them. */
    List<String> perRow(String sql) {
        Set<String> own = snapshot.functions().stream().map(Function::name).collect(Collectors.toSet());
        own.add("current_setting");
        Set<String> calls = new TreeSet<>();
        Expression.parse(sql).walk().forEach(part -> {
            if (part instanceof Expression.Call call && own.contains(call.name())) {
                calls.add(call.name());
            }
        });
        return List.copyOf(calls);
    }
}
