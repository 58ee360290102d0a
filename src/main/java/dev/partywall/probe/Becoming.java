package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The roles that the app role may become by {@code SET ROLE}, the most powerful first. */
final class Becoming {
    /** With one role per tenant there may be thousands, alike but for the tenant. */
    private static final int MOST = 8;

    private Becoming() {}

    /** None for a superuser, which is every role already, and no tenant's own login, which is a lens of its own. */
    static List<String> roles(Inspection inspection, Casting casting) {
        if (inspection.app().superuser()) {
            return List.of();
        }
        Set<String> become = inspection.access().canBecome(inspection.appRole());
        return inspection.snapshot().roles().stream()
                .filter(role -> become.contains(role.name())
                        && !role.name().equals(inspection.appRole())
                        && !casting.isLoginOfTenant(role.name()))
                .sorted(Comparator.comparing((Role role) -> !role.superuser())
                        .thenComparing(role -> !role.bypassRls())
                        .thenComparing(Role::name))
                .limit(MOST)
                .map(Role::name)
                .toList();
    }
}
