package dev.partywall.access;

import dev.partywall.catalog.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a role can really do to a relation by one command.
 *
 * @param predicate which existing rows (USING side, merged); null unless {@code kind} is ROWS and the command reads rows
 * @param check which new rows (WITH CHECK side, merged); null when none is asked
 * @param policies the policies that apply, in the order PostgreSQL names them
 * @param path the reasons in order
 */
public record Access(
        AccessKind kind,
        @Nullable String predicate,
        @Nullable String check,
        List<Policy> policies,
        List<Reason> path) {
    public Access {
        policies = List.copyOf(policies);
        path = List.copyOf(path);
    }
}
