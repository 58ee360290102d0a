package dev.partywall.probe;

import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the queries behind a {@link Tally}. Each gives the target's number, the owner and a count. */
final class TallyQuery {
    private TallyQuery() {}

    /** Rows by owner, of several targets, as the session sees them. */
    static Sql owners(List<Target> targets) {
        return Sql.of(IntStream.range(0, targets.size())
                .mapToObj(i -> "(SELECT " + i + ", s.owner, count(*) FROM (SELECT CAST("
                        + targets.get(i).ownership().owner("t") + " AS text) AS owner FROM "
                        + targets.get(i).sql() + " t LIMIT " + (Tally.CAP + 1) + ") s GROUP BY s.owner)")
                .collect(Collectors.joining("\nUNION ALL ")));
    }

    /**
     * Rows of these owners, each counted up to the cap by the index there should be, and some of any others: for
     * relations too large to count.
     */
    static Sql ofOwners(Target target, Collection<String> owners) {
        List<@Nullable Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String owner : owners) {
            parts.add("(SELECT 0, CAST(? AS text), count(*) FROM (SELECT 1 FROM " + target.sql() + " t WHERE "
                    + target.is("t") + " LIMIT " + (Tally.CAP + 1) + ") s)");
            values.add(owner);
            values.add(owner);
        }
        String marks = owners.stream().map(owner -> "?").collect(Collectors.joining(", "));
        String others = owners.isEmpty()
                ? ""
                : " WHERE coalesce(CAST(" + target.ownership().owner("t") + " AS text) NOT IN (" + marks + "), true)";
        parts.add("(SELECT 0, s.owner, count(*) FROM (SELECT CAST("
                + target.ownership().owner("t") + " AS text) AS owner FROM " + target.sql() + " t" + others
                + " LIMIT 1001) s GROUP BY s.owner)");
        values.addAll(owners);
        return new Sql(String.join("\nUNION ALL ", parts), values);
    }

    /** The distinct values of the columns that lead to the owner, as a JSON array, with their counts. */
    static Sql keys(Target target) {
        String columns = target.ownership().columns().stream()
                .map(column -> "t." + Identifiers.quote(column))
                .collect(Collectors.joining(", "));
        return Sql.of("SELECT CAST(to_jsonb(s) AS text), count(*) FROM (SELECT " + columns + " FROM " + target.sql()
                + " t LIMIT " + (Tally.CAP + 1) + ") s GROUP BY to_jsonb(s) LIMIT 10000");
    }

    /** Whose the rows with these keys are; {@code keys} is a JSON array of [key, count]. */
    static Sql ownersOfKeys(Target target, String keys) {
        String columns = target.ownership().columns().stream()
                .map(column -> "CAST(k.value -> 0 ->> " + Identifiers.literal(column) + " AS "
                        + target.baseTypeOf(column) + ") AS " + Identifiers.quote(column))
                .collect(Collectors.joining(", "));
        return Sql.of(
                "SELECT 0, CAST(" + target.ownership().owner("t")
                        + " AS text), sum(t.\"partywall count\") FROM (SELECT "
                        + columns + ", CAST(k.value ->> 1 AS bigint) AS \"partywall count\""
                        + " FROM jsonb_array_elements(CAST(? AS jsonb)) k) t GROUP BY 2",
                keys);
    }
}
