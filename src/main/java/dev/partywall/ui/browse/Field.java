package dev.partywall.ui.browse;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Table;
import dev.partywall.ui.part.ValueKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as the grid shows it.
 *
 * @param heading as it came back
 * @param type for people
 * @param key whether it belongs to the primary key
 * @param link the relation a foreign key leads to from here; null where none does
 */
record Field(
        Table.Heading heading,
        String type,
        ValueKind kind,
        boolean key,
        @Nullable String link) {
    String name() {
        return heading.name();
    }

    static List<Field> of(List<Table.Heading> headings) {
        return headings.stream()
                .map(heading -> new Field(heading, heading.type(), ValueKind.of(heading.type()), false, null))
                .toList();
    }

    /** Those of a relation's columns that came back. */
    static List<Field> of(Relation relation, List<Table.Heading> headings) {
        List<Field> fields = new ArrayList<>(of(headings));
        fields.replaceAll(field -> relation.column(field.name())
                .map(column -> of(relation, column, field.heading()))
                .orElse(field));
        return fields;
    }

    private static Field of(Relation relation, Column column, Table.Heading heading) {
        boolean key = relation.primaryKey()
                .filter(primary -> primary.columns().contains(column.name()))
                .isPresent();
        return new Field(heading, column.type(), ValueKind.of(column.baseType()), key, link(relation, column));
    }

    private static @Nullable String link(Relation relation, Column column) {
        return relation.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .map(Constraint::references)
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
    }
}
