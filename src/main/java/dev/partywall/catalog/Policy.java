package dev.partywall.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row security policy (CREATE POLICY, PostgreSQL 18).
 *
 * @param roles the TO list; {@link Grant#PUBLIC} for everybody
 * @param using as {@code pg_get_expr} prints it
 * @param withCheck as stored: null where the policy has none, also where PostgreSQL then reuses {@code using}
 * @param columns the relation's own columns that the expressions use, from {@code pg_depend}
 * @param reads other relations that the expressions read, likewise
 * @param readColumns the columns of those that the expressions name
 * @param calls oids of the functions that the expressions call, see {@link Function#oid()}; built-in ones are not listed
 */
public record Policy(
        String name,
        Command command,
        boolean permissive,
        List<String> roles,
        @Nullable String using,
        @Nullable String withCheck,
        List<String> columns,
        List<RelationName> reads,
        List<Relation.ReadColumn> readColumns,
        List<Long> calls) {
    public Policy {
        roles = List.copyOf(roles);
        columns = List.copyOf(columns);
        reads = List.copyOf(reads);
        readColumns = List.copyOf(readColumns);
        calls = List.copyOf(calls);
    }
}
