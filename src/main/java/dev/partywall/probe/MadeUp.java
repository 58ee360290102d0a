package dev.partywall.probe;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;

/** A value for a column that needs one, as an SQL expression. */
final class MadeUp {
    private MadeUp() {}

    static String value(Target target, Column column) {
        boolean key = target.key().contains(column.name()) || column.identity();
        return switch (column.baseType()) {
            case "smallint", "integer", "bigint", "numeric" ->
                key || column.defaultExpression() != null ? next(target, column) : "1";
            case "real", "double precision", "money" -> "1";
            case "uuid" -> "gen_random_uuid()";
            case "boolean" -> "false";
            case "text", "character varying", "character" ->
                "CAST(left(md5(CAST(random() AS text)), " + length(column.type()) + ") AS "
                        + Target.castable(column.baseType()) + ")";
            case "date" -> "current_date";
            case "timestamp with time zone", "timestamp without time zone" -> "now()";
            case "time without time zone", "time with time zone" -> "CAST('00:00' AS " + column.baseType() + ")";
            case "interval" -> "interval '0'";
            case "json", "jsonb" -> "CAST('{}' AS " + column.baseType() + ")";
            case "bytea" -> "CAST('' AS bytea)";
            case "inet", "cidr" -> "CAST('127.0.0.1' AS " + column.baseType() + ")";
            default -> other(column.type());
        };
    }

    /** One more than there is: a value is given, so that no sequence is asked. */
    private static String next(Target target, Column column) {
        return "(SELECT coalesce(max(m." + Identifiers.quote(column.name()) + "), 0) + 1 FROM " + target.sql() + " m)";
    }

    private static String other(String type) {
        if (type.endsWith("[]")) {
            return "CAST('{}' AS " + type + ")";
        }
        return type.endsWith("range") ? "CAST('empty' AS " + type + ")" : "(enum_range(CAST(NULL AS " + type + ")))[1]";
    }

    private static String length(String type) {
        return type.contains("(") ? type.substring(type.indexOf('(') + 1, type.indexOf(')')) : "32";
    }
}
