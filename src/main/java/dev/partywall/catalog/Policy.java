package dev.partywall.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row security policy (CREATE POLICY, PostgreSQL 18).
 *
 * @param roles the TO list; {@link Grant#PUBLIC} for everybody
 * @param using as {@code pg_get_expr} prints it
 * @param withCheck as stored: null where the policy has none, also where PostgreSQL then reuses {@code using}
 */
public record Policy(
        String name,
        Command command,
        boolean permissive,
        List<String> roles,
        @Nullable String using,
        @Nullable String withCheck) {
    public Policy {
        roles = List.copyOf(roles);
    }
}
