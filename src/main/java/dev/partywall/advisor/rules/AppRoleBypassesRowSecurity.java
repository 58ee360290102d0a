package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Role;
import java.util.List;

/** The app role has the attribute BYPASSRLS. */
public final class AppRoleBypassesRowSecurity implements Rule {
    @Override
    public String id() {
        return "app-bypassrls";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        return inspection.snapshot().role(inspection.appRole()).stream()
                .filter(role -> role.bypassRls() && !role.superuser())
                .map(this::finding)
                .toList();
    }

    private Finding finding(Role role) {
        return new Finding(
                id(),
                Severity.CRITICAL,
                Direction.FAIL_OPEN,
                ObjectRef.role(role.name()),
                "The app role " + role.name() + " has BYPASSRLS",
                "Row security is not applied to it, forced or not: every tenant reaches every row it has a privilege on.",
                "pg_roles.rolbypassrls is true.",
                "ALTER ROLE " + Identifiers.quote(role.name()) + " NOBYPASSRLS;");
    }
}
