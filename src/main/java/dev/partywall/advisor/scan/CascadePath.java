package dev.partywall.advisor.scan;

import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Part;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A way by which deleting a tenant's row deletes others: keys with ON DELETE CASCADE that lead from a tenant table through
 * tables without a tenant column to another tenant table.
 *
 * @param steps the keys, the one that refers to {@code root} first
 */
record CascadePath(Relation root, List<Step> steps) {
    private static final int LONGEST = 4;

    /** A table and its cascading key to the table before it. */
    record Step(Relation table, Constraint key) {}

    CascadePath {
        steps = List.copyOf(steps);
    }

    /** All such ways; those of one key are left out, for each key is looked at by itself. */
    static List<CascadePath> in(Landscape landscape) {
        Map<Object, List<Step>> children = landscape.tables().stream()
                .filter(table -> !table.partitionOf())
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> "CASCADE".equals(key.onDelete()) && key.references() != null)
                        .map(key -> new Step(table, key)))
                .collect(Collectors.groupingBy(step -> String.valueOf(step.key().references())));
        List<CascadePath> found = new ArrayList<>();
        landscape.tenantTables().stream()
                .filter(table -> !table.partitionOf())
                .forEach(root -> follow(landscape, children, new CascadePath(root, List.of()), found));
        return found;
    }

    private static void follow(
            Landscape landscape, Map<Object, List<Step>> children, CascadePath path, List<CascadePath> found) {
        for (Step step : children.getOrDefault(String.valueOf(path.last().name()), List.of())) {
            CascadePath longer = path.with(step);
            if (landscape.part(step.table()) != Part.TENANT) {
                if (longer.steps.size() < LONGEST && !path.passes(step.table())) {
                    follow(landscape, children, longer, found);
                }
            } else if (longer.steps.size() > 1) {
                found.add(longer);
            }
        }
    }

    private CascadePath with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new CascadePath(root, longer);
    }

    private boolean passes(Relation table) {
        return steps.stream().anyMatch(step -> step.table().equals(table));
    }

    Relation last() {
        return steps.isEmpty() ? root : steps.getLast().table();
    }

    /** {@code public.project, public.task, public.hour}. */
    String words() {
        return root.name() + ", "
                + steps.stream().map(step -> step.table().name().toString()).collect(Collectors.joining(", "));
    }

    /** The tables joined along the keys; {@code t0} is the root, the last one {@code t} and the number of steps. */
    String from() {
        StringBuilder sql = new StringBuilder(root.name().sql() + " t0");
        for (int i = 0; i < steps.size(); i++) {
            sql.append(" JOIN " + steps.get(i).table().name().sql() + " t" + (i + 1) + " ON ");
            sql.append(match(steps.get(i).key(), i));
        }
        return sql.toString();
    }

    private static String match(Constraint key, int parent) {
        return IntStream.range(0, key.columns().size())
                .mapToObj(i -> "t" + (parent + 1) + "."
                        + Identifiers.quote(key.columns().get(i)) + " = t" + parent + "."
                        + Identifiers.quote(key.referencedColumns().get(i)))
                .collect(Collectors.joining(" AND "));
    }
}
