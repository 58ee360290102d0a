package dev.partywall.ui.policies;

import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.RelationName;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A policy as the statement that makes it (CREATE POLICY, PostgreSQL 18). */
final class Ddl {
    private Ddl() {}

    static String of(RelationName relation, Policy policy) {
        String roles = policy.roles().stream()
                .map(role -> role.equals(Grant.PUBLIC) ? "PUBLIC" : Identifiers.quote(role))
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder("CREATE POLICY ")
                .append(Identifiers.quote(policy.name()))
                .append(" ON ")
                .append(relation.sql())
                .append("\n  AS ")
                .append(policy.permissive() ? "PERMISSIVE" : "RESTRICTIVE")
                .append(" FOR ")
                .append(policy.command())
                .append(" TO ")
                .append(roles);
        clause(text, "USING", policy.using());
        clause(text, "WITH CHECK", policy.withCheck());
        return text.append(";").toString();
    }

    private static void clause(StringBuilder text, String word, @Nullable String expression) {
        if (expression != null) {
            text.append("\n  ").append(word).append(" (").append(expression).append(")");
        }
    }
}
