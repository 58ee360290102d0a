package dev.partywall.probe;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes one row per relation and tenant from the bypass side, to be copied, looked for by its key, or pointed at. */
final class Samples {
    private final Session bypass;
    private final Map<String, Optional<Sample>> taken = new HashMap<>();

    Samples(Session bypass) {
        this.bypass = bypass;
    }

    /** The first row of the tenant by its key; empty where it has none or the row cannot be read. */
    Optional<Sample> of(Target target, String tenant) {
        String name = target.relation().oid() + " " + tenant;
        Optional<Sample> known = taken.get(name);
        if (known == null) {
            known = take(target, tenant).or(() -> fromBase(target, tenant));
            taken.put(name, known);
        }
        return known;
    }

    /** Where a view shows the bypass role nothing, a row of the one table behind it does as well. */
    private Optional<Sample> fromBase(Target view, String tenant) {
        return view.bases().size() == 1 && view.bases().getFirst().key().equals(view.key())
                ? of(view.bases().getFirst(), tenant)
                : Optional.empty();
    }

    private Optional<Sample> take(Target target, String tenant) {
        try {
            return bypass
                    .within(() -> bypass.list(query(target, tenant), row -> {
                        Map<String, String> key = new LinkedHashMap<>();
                        Map<String, String> owner = new LinkedHashMap<>();
                        int column = 3;
                        for (String name : target.key()) {
                            put(key, name, row.text(column++));
                        }
                        for (String name : target.ownership().columns()) {
                            put(owner, name, row.text(column++));
                        }
                        return new Sample(row.get(1), row.get(2), key, owner);
                    }))
                    .stream()
                    .findFirst();
        } catch (Failure unreadable) {
            return Optional.empty();
        }
    }

    private static void put(Map<String, String> values, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static Sql query(Target target, String tenant) {
        List<String> columns = new ArrayList<>();
        Stream.concat(target.key().stream(), target.ownership().columns().stream())
                .forEach(column -> columns.add("CAST(t." + Identifiers.quote(column) + " AS text)"));
        String order = target.key().stream()
                .map(column -> "t." + Identifiers.quote(column))
                .collect(Collectors.joining(", "));
        return Sql.of(
                "SELECT CAST(to_jsonb(t) AS text), CAST(to_jsonb(t) || jsonb_build_object(" + freshKeys(target)
                        + ") AS text)" + columns.stream().map(c -> ", " + c).collect(Collectors.joining()) + " FROM "
                        + target.sql() + " t WHERE " + target.is("t") + (order.isEmpty() ? "" : " ORDER BY " + order)
                        + " LIMIT 1",
                tenant);
    }

    /** For each key one column that can be given a value nobody has. */
    private static String freshKeys(Target target) {
        Relation relation = (target.bases().size() == 1 ? target.bases().getFirst() : target).relation();
        Set<String> chosen = new LinkedHashSet<>();
        for (Constraint key : relation.constraints()) {
            if (key.kind() == Constraint.Kind.PRIMARY_KEY || key.kind() == Constraint.Kind.UNIQUE) {
                freshColumn(target, key.columns()).ifPresent(chosen::add);
            }
        }
        relation.indexes().stream()
                .filter(index -> index.unique())
                .forEach(index -> freshColumn(target, index.keys()).ifPresent(chosen::add));
        return chosen.stream()
                .map(column -> Identifiers.literal(column) + ", " + freshValue(target, column))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> freshColumn(Target target, List<String> columns) {
        Set<String> pointing = target.relation().foreignKeys().stream()
                .flatMap(constraint -> constraint.columns().stream())
                .collect(Collectors.toSet());
        return columns.stream()
                .filter(column -> !target.ownership().columns().contains(column) && !pointing.contains(column))
                .filter(column -> target.relation().column(column).isPresent()
                        && !freshValue(target, column).isEmpty())
                .findFirst();
    }

    private static String freshValue(Target target, String name) {
        Column column = target.relation().column(name).orElseThrow();
        return switch (column.baseType()) {
            case "uuid" -> "gen_random_uuid()";
            case "smallint", "integer", "bigint", "numeric" ->
                "(SELECT coalesce(max(m." + Identifiers.quote(name) + "), 0) + 1 FROM " + target.sql() + " m)";
            case "text", "character varying", "character" ->
                "left(md5(CAST(random() AS text)), " + length(column.type()) + ")";
            default -> "";
        };
    }

    /** {@code character varying(20)}: 20. */
    private static String length(String type) {
        return type.contains("(") ? type.substring(type.indexOf('(') + 1, type.indexOf(')')) : "32";
    }
}
