package dev.partywall.probe;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** New values for the keys of a row that is to be copied, so that the copy meets no other row. */
final class FreshKeys {
    private FreshKeys() {}

    /** Arguments of {@code jsonb_build_object}: for each key one column that can be given a value nobody has. */
    static String of(Target target) {
        Relation relation = (target.bases().size() == 1 ? target.bases().getFirst() : target).relation();
        Set<String> chosen = new LinkedHashSet<>();
        for (Constraint key : relation.constraints()) {
            if (key.kind() == Constraint.Kind.PRIMARY_KEY || key.kind() == Constraint.Kind.UNIQUE) {
                column(target, key.columns()).ifPresent(chosen::add);
            }
        }
        relation.indexes().stream()
                .filter(index -> index.unique())
                .forEach(index -> column(target, index.keys()).ifPresent(chosen::add));
        return chosen.stream()
                .map(column -> Identifiers.literal(column) + ", " + value(target, column))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> column(Target target, List<String> columns) {
        Set<String> pointing = target.relation().foreignKeys().stream()
                .flatMap(constraint -> constraint.columns().stream())
                .collect(Collectors.toSet());
        return columns.stream()
                .filter(column -> !target.ownership().columns().contains(column) && !pointing.contains(column))
                .filter(column -> target.relation().column(column).isPresent()
                        && !value(target, column).isEmpty())
                .findFirst();
    }

    private static String value(Target target, String name) {
        Column column = target.relation().column(name).orElseThrow();
        return switch (column.baseType()) {
            case "uuid" -> "gen_random_uuid()";
            case "smallint" -> number(target, name, "32767");
            case "integer" -> number(target, name, "2147483647");
            case "bigint" -> number(target, name, "9223372036854775807");
            case "numeric" -> number(target, name, "'Infinity'::numeric");
            case "text", "character varying", "character" ->
                "left(md5(CAST(random() AS text)), " + length(column.type()) + ")";
            default -> "";
        };
    }

    /** One more than the greatest; where that is the greatest there can be, one less than the smallest. */
    private static String number(Target target, String name, String most) {
        String column = "m." + Identifiers.quote(name);
        return "(SELECT CASE WHEN max(" + column + ") = " + most + " THEN min(" + column + ") - 1 ELSE coalesce(max("
                + column + "), 0) + 1 END FROM " + target.sql() + " m)";
    }

    /** {@code character varying(20)}: 20. */
    private static String length(String type) {
        return type.contains("(") ? type.substring(type.indexOf('(') + 1, type.indexOf(')')) : "32";
    }
}
