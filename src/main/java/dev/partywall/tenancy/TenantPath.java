package dev.partywall.tenancy;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.RelationName;
import java.util.List;

/**
 * The way from a row without a tenant column to the row that tells its tenant, by foreign keys.
 *
 * @param relation where it begins
 * @param hops the foreign keys in order; empty when the relation has the tenant column itself
 * @param column the tenant column of the last relation
 */
public record TenantPath(RelationName relation, List<Hop> hops, String column) {
    /**
     * One foreign key.
     *
     * @param constraint its name
     * @param columns the referring columns
     * @param to the relation referred to
     * @param toColumns its columns, in the same order
     */
    public record Hop(String constraint, List<String> columns, RelationName to, List<String> toColumns) {
        public Hop {
            columns = List.copyOf(columns);
            toColumns = List.copyOf(toColumns);
        }

        private String join(String from, String alias) {
            StringBuilder join = new StringBuilder();
            for (int i = 0; i < columns.size(); i++) {
                join.append(i == 0 ? "" : " AND ")
                        .append(alias + "." + Identifiers.quote(toColumns.get(i)))
                        .append(" = ")
                        .append(from + "." + Identifiers.quote(columns.get(i)));
            }
            return join.toString();
        }
    }

    public TenantPath {
        hops = List.copyOf(hops);
    }

    /** The relation whose column tells the tenant. */
    public RelationName end() {
        return hops.isEmpty() ? relation : hops.getLast().to();
    }

    /**
     * The tenant of a row as an SQL expression: the column, or a sub-select that follows the keys.
     *
     * @param row how the row's columns are qualified: an alias or a relation's SQL name
     */
    public String tenantOf(String row) {
        if (hops.isEmpty()) {
            return row + "." + Identifiers.quote(column);
        }
        String last = alias(hops.size() - 1);
        return "(SELECT " + last + "." + Identifiers.quote(column) + from(row) + ")";
    }

    /** Whether {@code condition} on the tenant holds for the row: {@code EXISTS (...)}, or the condition on the column. */
    public String holds(String row, String condition) {
        if (hops.isEmpty()) {
            return condition.replace("{column}", tenantOf(row));
        }
        String column = alias(hops.size() - 1) + "." + Identifiers.quote(this.column);
        return "EXISTS (SELECT 1" + from(row) + " AND " + condition.replace("{column}", column) + ")";
    }

    private String from(String row) {
        StringBuilder sql = new StringBuilder(" FROM " + hops.getFirst().to().sql() + " " + alias(0));
        for (int i = 1; i < hops.size(); i++) {
            sql.append(" JOIN " + hops.get(i).to().sql() + " " + alias(i))
                    .append(" ON " + hops.get(i).join(alias(i - 1), alias(i)));
        }
        return sql.append(" WHERE " + hops.getFirst().join(row, alias(0))).toString();
    }

    private static String alias(int hop) {
        return "parent" + (hop + 1);
    }
}
