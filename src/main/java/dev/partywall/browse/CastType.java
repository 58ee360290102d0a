package dev.partywall.browse;

import dev.partywall.catalog.Column;

/** To what the text of a value is cast, so that it is compared as the column's type. */
final class CastType {
    private CastType() {}

    /** Bare {@code character} and {@code bit} would mean one character and one bit: they are named without the grammar's help. */
    static String of(Column column) {
        String type = column.baseType();
        String element = type.endsWith("[]") ? type.substring(0, type.indexOf('[')) : type;
        String array = type.substring(element.length());
        return switch (element) {
            case "character" -> "pg_catalog.bpchar" + array;
            case "bit" -> "pg_catalog.\"bit\"" + array;
            default -> type;
        };
    }
}
