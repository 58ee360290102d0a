package dev.partywall.probe;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inserts a row that is given as a JSON object, every column of it, so that no default is asked. */
public final class Copy {
    private static final String ROW = "CAST(? AS jsonb)) r";

    private Copy() {}

    /** The insert of this row. */
    public static Sql of(Trial trial, String row) {
        return Sql.of(
                start(trial) + " SELECT "
                        + columns(trial).stream()
                                .map(column -> "r." + Identifiers.quote(column.name()))
                                .collect(Collectors.joining(", "))
                        + " FROM jsonb_populate_record(CAST(NULL AS "
                        + trial.target().sql() + "), " + ROW,
                row);
    }

    /** The insert of this row with another value in one column. */
    public static Sql with(Trial trial, String row, String column, @Nullable String value) {
        Sql insert = of(trial, row);
        String patched = insert.text()
                .replace(
                        ROW,
                        "CAST(? AS jsonb) || jsonb_build_object(" + Identifiers.literal(column)
                                + ", CAST(? AS text))) r");
        return Sql.of(patched, row, value);
    }

    /** The insert of this row with what another row has in these columns. */
    public static Sql with(Trial trial, String row, List<String> columns, String other) {
        Sql insert = of(trial, row);
        String taken = columns.stream()
                .map(Identifiers::literal)
                .map(column -> column + ", o.doc -> " + column)
                .collect(Collectors.joining(", "));
        String patched = insert.text()
                .replace(
                        ROW,
                        "CAST(? AS jsonb) || (SELECT jsonb_build_object(" + taken
                                + ") FROM (SELECT CAST(? AS jsonb) AS doc) o)) r");
        return Sql.of(patched, row, other);
    }

    /** Finds the row that has the key of this one. */
    static Sql find(Trial trial, String row) {
        return Sql.of(
                "SELECT 1 FROM " + trial.target().sql() + " t, jsonb_populate_record(CAST(NULL AS "
                        + trial.target().sql() + "), " + ROW + " WHERE "
                        + trial.target().key().stream()
                                .map(column -> "t." + Identifiers.quote(column) + " = r." + Identifiers.quote(column))
                                .collect(Collectors.joining(" AND ")),
                row);
    }

    /** For the replay, without anything of the row but its tenant: any refusal other than 42501 comes too late. */
    public static Sql bare(Trial trial) {
        List<String> owner = trial.target().ownership().columns();
        return Sql.of(start(trial) + " VALUES ("
                + columns(trial).stream()
                        .map(column ->
                                owner.contains(column.name()) && trial.target().ownership() instanceof Ownership.Own
                                        ? Identifiers.literal(trial.against())
                                        : "NULL")
                        .collect(Collectors.joining(", "))
                + ")");
    }

    /** Why an insert might advance a sequence all the same; empty when it cannot. */
    public static Optional<String> danger(Trial trial) {
        Target target = trial.target();
        return Stream.concat(Stream.of(target), target.bases().stream())
                .flatMap(written -> written.relation().columns().stream())
                .filter(column -> !trial.rights().insert().contains(column.name()))
                .filter(column -> column.identity()
                        || (column.defaultExpression() != null
                                && column.defaultExpression().contains("nextval(")))
                .findFirst()
                .map(column -> "The app role may not give " + Identifiers.quote(column.name())
                        + " a value, so an insert would advance its sequence, which no rollback undoes.");
    }

    private static String start(Trial trial) {
        boolean identity = Stream.concat(Stream.of(trial.target()), trial.target().bases().stream())
                .flatMap(written -> written.relation().columns().stream())
                .anyMatch(Column::identity);
        return "INSERT INTO " + trial.target().sql() + " ("
                + columns(trial).stream()
                        .map(column -> Identifiers.quote(column.name()))
                        .collect(Collectors.joining(", "))
                + ")" + (identity ? " OVERRIDING SYSTEM VALUE" : "");
    }

    private static List<Column> columns(Trial trial) {
        return trial.target().relation().columns().stream()
                .filter(column -> !column.generated() && trial.rights().insert().contains(column.name()))
                .toList();
    }
}
