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

/** The app role is a superuser, whom row security never binds. */
public final class AppRoleIsSuperuser implements Rule {
    @Override
    public String id() {
        return "app-superuser";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        return inspection.snapshot().role(inspection.appRole()).stream()
                .filter(Role::superuser)
                .map(this::finding)
                .toList();
    }

    private Finding finding(Role role) {
        return new Finding(
                id(),
                Severity.CRITICAL,
                Direction.FAIL_OPEN,
                ObjectRef.role(role.name()),
                "The app role " + role.name() + " is a superuser",
                "Superusers are never subject to row security, forced or not: every policy in this database is decoration.",
                "pg_roles.rolsuper is true.",
                "ALTER ROLE " + Identifiers.quote(role.name()) + " NOSUPERUSER;");
    }
}
