package dev.partywall.backfill;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The mapping files of a plan, read once each; bound as values, or loaded into temporary tables where many batches use them. */
final class Mappings {
    private final Map<Path, Mapping> read = new HashMap<>();
    private final Map<Path, String> loaded = new HashMap<>();

    Mapping of(Relation table, Assignment.Listed listed) {
        return read.computeIfAbsent(listed.file(), file -> MappingFile.read(table, file));
    }

    /** Puts the file into a temporary table, which lives as long as the session. */
    void load(WriteSession session, Relation table, Assignment.Listed listed) {
        Mapping mapping = of(table, listed);
        String name = "partywall_map_" + loaded.size();
        String columns = names(mapping);
        Sql rows = rows(mapping);
        session.execute(new Sql(
                "CREATE TEMPORARY TABLE " + name + " AS SELECT * FROM " + rows.text() + " AS m (" + columns + ")",
                rows.values()));
        session.execute(Sql.of("CREATE INDEX ON pg_temp." + name + " (key1)"));
        session.execute(Sql.of("ANALYZE pg_temp." + name));
        session.commit();
        loaded.put(listed.file(), "pg_temp." + name);
    }

    /** The tenants the file has for the row called {@code alias}. */
    Sql candidates(Relation table, Assignment.Listed listed, String alias) {
        Mapping mapping = of(table, listed);
        String temporary = loaded.get(listed.file());
        Sql rows = temporary == null ? rows(mapping) : Sql.of(temporary);
        String condition = String.join(
                " AND ",
                IntStream.range(0, mapping.columns().size())
                        .mapToObj(i -> "m.key" + (i + 1) + " = " + alias + "."
                                + Identifiers.quote(mapping.columns().get(i)) + "::text")
                        .toList());
        return new Sql(
                "SELECT nullif(m.tenant, '') FROM " + rows.text() + " AS m (" + names(mapping) + ") WHERE " + condition,
                rows.values());
    }

    private static String names(Mapping mapping) {
        List<String> names = new ArrayList<>();
        IntStream.rangeClosed(1, mapping.columns().size()).forEach(i -> names.add("key" + i));
        return String.join(", ", names) + ", tenant";
    }

    private static Sql rows(Mapping mapping) {
        List<@Nullable Object> values = new ArrayList<>();
        List<String> arrays = new ArrayList<>();
        for (int i = 0; i <= mapping.columns().size(); i++) {
            values.add(mapping.values(i));
            arrays.add("?::text[]");
        }
        return new Sql("unnest(" + String.join(", ", arrays) + ")", values);
    }
}
