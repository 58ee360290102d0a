package dev.partywall.browse;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Sql;
import java.util.List;

/** A row by its key, of a relation that goes by its own name: as policies name it. */
final class KeySql {
    private KeySql() {}

    static Sql of(Relation relation, List<Filter> key) {
        Condition condition = new Condition();
        for (Filter filter : key) {
            condition
                    .add(condition.isEmpty() ? "" : " AND ")
                    .add(Identifiers.quote(filter.column()) + " = ")
                    .addBound(filter.value(), type(relation, filter.column()));
        }
        return condition.sql();
    }

    private static String type(Relation relation, String column) {
        return switch (column) {
            case "ctid" -> "tid";
            case "tableoid" -> "oid";
            default -> CastType.of(relation.column(column).orElseThrow());
        };
    }
}
