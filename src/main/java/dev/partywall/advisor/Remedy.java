package dev.partywall.advisor;

import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pieces of SQL that fixes are made of. Each ends with a semicolon. */
public final class Remedy {
    private Remedy() {}

    /** Row security on and forced, with a tenant policy unless the table has policies already. */
    public static String protect(Relation table, Optional<String> condition) {
        String on = "ALTER TABLE " + table.name().sql();
        String enable = on + " ENABLE ROW LEVEL SECURITY;\n" + on + " FORCE ROW LEVEL SECURITY;";
        if (!table.policies().isEmpty()) {
            return enable;
        }
        return enable
                + condition
                        .map(using -> "\n" + policy(table, using))
                        .orElse(
                                "\n-- and a policy that compares the row's tenant with the session's, as the other tables have");
    }

    /** A policy for all commands, under a name that is still free. */
    public static String policy(Relation table, String condition) {
        return "CREATE POLICY " + freeName(table) + " ON " + table.name().sql() + "\n  USING (" + condition
                + ")\n  WITH CHECK (" + condition + ");";
    }

    private static String freeName(Relation table) {
        List<String> taken = table.policies().stream().map(Policy::name).toList();
        String name = "tenant_isolation";
        for (int n = 2; taken.contains(name); n++) {
            name = "tenant_isolation_" + n;
        }
        return name;
    }

    /** Takes privileges back from whoever they were given to, one statement for each of them. */
    public static String revoke(Collection<Grant> grants, String object) {
        return grants.stream()
                .collect(Collectors.groupingBy(
                        Grant::grantee,
                        java.util.TreeMap::new,
                        Collectors.mapping(grant -> grant.privilege().name(), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> "REVOKE " + entry.getValue() + " ON " + object + " FROM " + role(entry.getKey()) + ";")
                .collect(Collectors.joining("\n"));
    }

    public static String revoke(Collection<Grant> grants, RelationName relation) {
        return revoke(grants, relation.sql());
    }

    /** A role as SQL; PUBLIC is a key word, not a name. */
    public static String role(String name) {
        return name.equals(Grant.PUBLIC) ? "PUBLIC" : Identifiers.quote(name);
    }
}
