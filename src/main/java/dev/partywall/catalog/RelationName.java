package dev.partywall.catalog;

/** A relation by schema and name, unquoted as the catalogue stores them. */
public record RelationName(String schema, String name) implements Comparable<RelationName> {
    /** Quoted for SQL: {@code public."order"}. */
    public String sql() {
        return Identifiers.quote(schema) + "." + Identifiers.quote(name);
    }

    @Override
    public int compareTo(RelationName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    /** The form for people, which is also valid SQL. */
    @Override
    public String toString() {
        return sql();
    }
}
