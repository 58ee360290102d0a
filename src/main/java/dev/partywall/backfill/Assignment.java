package dev.partywall.backfill;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.partywall.failure.Failure;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the tenant of a row without one is taken from. */
public sealed interface Assignment {
    /** Ways that need nothing after a colon. */
    Set<String> ALONE = Set.of("parent", "delete");

    /** Every row gets this tenant. */
    record Fixed(String tenant) implements Assignment {}

    /**
     * The tenant of the rows it references.
     *
     * @param constraint the foreign key to follow; null for all that lead to a tenant, which must agree
     */
    record Parent(@Nullable String constraint) implements Assignment {}

    /**
     * The tenant of the rows that reference it, which must agree.
     *
     * @param constraint the foreign key of the other table: its name, or {@code table.name} where several have one
     */
    record Children(String constraint) implements Assignment {}

    /** A CSV or JSON file that tells the tenant by the row's key, or by other columns. See {@link Mapping}. */
    record Listed(Path file) implements Assignment {}

    /** An SQL expression over the row's columns. */
    record Computed(String sql) implements Assignment {}

    /** None: the rows are deleted, each copied to the journal first. */
    record Delete() implements Assignment {}

    /**
     * Reads {@code fixed:TENANT}, {@code parent}, {@code parent:CONSTRAINT}, {@code children:CONSTRAINT}, {@code
     * map:FILE}, {@code sql:EXPRESSION} or {@code delete}.
     *
     * @throws Failure for anything else
     */
    @JsonCreator
    static Assignment parse(String text) {
        int colon = text.indexOf(':');
        String way = colon < 0 ? text : text.substring(0, colon);
        String what = colon < 0 ? "" : text.substring(colon + 1);
        boolean complete = colon < 0 ? ALONE.contains(way) : !what.isBlank() && !way.equals("delete");
        if (!complete) {
            throw unreadable(text);
        }
        return switch (way) {
            case "fixed" -> new Fixed(what);
            case "parent" -> new Parent(what.isEmpty() ? null : what);
            case "children" -> new Children(what);
            case "map" -> new Listed(Path.of(what));
            case "sql" -> new Computed(what);
            case "delete" -> new Delete();
            default -> throw unreadable(text);
        };
    }

    private static Failure unreadable(String text) {
        return Failure.usage(
                "'" + text + "' does not say where the tenant comes from.",
                "Write fixed:TENANT, parent, parent:CONSTRAINT, children:CONSTRAINT, map:FILE, sql:EXPRESSION or delete.");
    }

    /** As {@link #parse} reads it. */
    @JsonValue
    default String text() {
        return switch (this) {
            case Fixed fixed -> "fixed:" + fixed.tenant();
            case Parent parent -> parent.constraint() == null ? "parent" : "parent:" + parent.constraint();
            case Children children -> "children:" + children.constraint();
            case Listed listed -> "map:" + listed.file();
            case Computed computed -> "sql:" + computed.sql();
            case Delete delete -> "delete";
        };
    }
}
