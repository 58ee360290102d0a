package dev.partywall.advisor.rules;

import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a view that filters by tenant lets the app role write past its own condition: without WITH CHECK OPTION a row
 * written through it need not be one that it shows (PostgreSQL 18, CREATE VIEW).
 */
final class UncheckedWrites {
    private final Landscape landscape;
    private final Relation view;

    UncheckedWrites(Landscape landscape, Relation view) {
        this.landscape = landscape;
        this.view = view;
    }

    /** INSERT and UPDATE, as far as they reach the table below with a tenant of the caller's choice. */
    List<Privilege> commands() {
        Relation.View body = view.view();
        if (body == null || !body.simple() || body.checkOption() || isRewritten()) {
            return List.of();
        }
        return Stream.of(Privilege.INSERT, Privilege.UPDATE)
                .filter(command -> body.updatable().contains(command))
                .filter(command -> landscape.reach().may(view, command))
                .filter(command -> landscape.tenantColumn(view).isPresent())
                .toList();
    }

    private boolean isRewritten() {
        return !view.triggers().isEmpty()
                || landscape.snapshot().rewrites().stream()
                        .anyMatch(rule -> rule.relation().equals(view.name()));
    }

    Finding finding(String id) {
        return new Finding(
                id,
                Severity.HIGH,
                Direction.FAIL_OPEN,
                ObjectRef.of(view),
                view.name() + " takes rows for other tenants",
                "It shows the session's tenant only, but what is written through it is checked as its owner "
                        + view.owner() + ", and without WITH CHECK OPTION its own condition is not asked.",
                landscape.reach().app() + " may " + Reach.words(commands()) + "; the view has no check option.",
                "ALTER VIEW " + view.name().sql() + " SET (check_option = cascaded);");
    }
}
