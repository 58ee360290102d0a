package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.connect.ProbeSession;
import dev.partywall.connect.SessionContext;
import dev.partywall.failure.Failure;
import dev.partywall.probe.Ledger.Attempted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of two made-up tenants, put in by the bypass role, tried by it as the app role, and rolled back, all in one
 * transaction: for relations in which nothing foreign is there to be seen.
 */
final class SeedRun {
    private final Stage stage;
    private final Inspection inspection;

    SeedRun(Stage stage, Inspection inspection) {
        this.stage = stage;
        this.inspection = inspection;
    }

    void over(List<Ground> grounds) {
        List<String> tenants = stage.casting().madeUp();
        if (tenants.isEmpty() || !stage.link().hasBypass() || !mayBecomeApp()) {
            stage.ledger()
                    .problem("Nothing could be seeded: this needs a tenant setting, and a bypass role that may become"
                            + " the app role. GRANT the app role to the bypass role.");
            return;
        }
        try {
            List<Verdict> verdicts = stage.link()
                    .probe(SessionContext.bypass(), "probe: seed", session -> seeded(session, grounds, tenants));
            verdicts.forEach(stage.ledger()::add);
            stage.ledger()
                    .supersede(verdicts.stream()
                            .filter(verdict ->
                                    Set.of(Outcome.ISOLATED, Outcome.LEAKED).contains(verdict.outcome()))
                            .map(Ledger::what)
                            .collect(Collectors.toSet()));
        } catch (Failure failure) {
            stage.ledger().problem("Seeding broke off: " + failure.getMessage());
        }
    }

    private boolean mayBecomeApp() {
        return inspection.bypass() != null
                && (inspection.bypass().superuser()
                        || inspection
                                .access()
                                .canBecome(inspection.bypass().currentUser())
                                .contains(inspection.appRole()));
    }

    private List<Verdict> seeded(ProbeSession session, List<Ground> grounds, List<String> tenants) {
        Seeds seeds = new Seeds(session, inspection.snapshot(), tenants);
        List<Ground> planted = new ArrayList<>();
        for (Ground ground : Seeds.parentsFirst(grounds)) {
            seeds.plant(ground.target())
                    .ifPresentOrElse(
                            refused -> stage.ledger()
                                    .problem("No made-up row could be put into "
                                            + ground.target().relation().name().sql() + ": " + refused),
                            () -> planted.add(ground.controlledBy(counted(session, ground.target()))));
        }
        Samples samples = Samples.of(
                session::list,
                planted.stream()
                        .flatMap(ground -> tenants.stream().map(tenant -> new Samples.Wish(ground.target(), tenant)))
                        .toList());
        Actor actor = stage.casting().tenant(tenants.getFirst(), false);
        become(session, actor);
        List<Verdict> verdicts = new ArrayList<>();
        glance(session, actor)
                .at(
                        planted,
                        (ground, sight) -> verdicts.addAll(stage.attempts()
                                .on(session, new Attempted(ground, actor, scene(ground, sight, samples, tenants)))));
        return verdicts;
    }

    private void become(ProbeSession session, Actor actor) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("role", inspection.appRole());
        settings.putAll(actor.settings());
        session.apply(settings);
    }

    private static Tally counted(ProbeSession session, Target target) {
        Map<String, Long> rows = new HashMap<>();
        session.list(TallyQuery.owners(List.of(target)), row -> rows.put(Tallies.owner(row), row.number(3)));
        return new Tally(rows, new Tally(rows, false).total() > Tally.CAP);
    }

    private Glance glance(ProbeSession session, Actor actor) {
        return new Glance(session, stage.budget(), (target, keys) -> {
            session.apply(Map.of("role", "none"));
            Map<String, Long> rows = new HashMap<>();
            if (!keys.isEmpty()) {
                session.list(
                        TallyQuery.ownersOfKeys(target, keys.stream().collect(Collectors.joining(",", "[", "]"))),
                        row -> rows.put(Tallies.owner(row), row.number(3)));
            }
            become(session, actor);
            return new Tally(rows, false);
        });
    }

    private Scene scene(Ground ground, Sight sight, Samples samples, List<String> tenants) {
        String own = tenants.getFirst();
        String against = tenants.getLast();
        long owned = ground.control() == null ? 0 : ground.control().of(own);
        return new Scene(
                sight,
                against,
                samples.of(ground.target(), against).orElse(null),
                samples.of(ground.target(), own).orElse(null),
                stage.casting().settingsOf(against),
                () -> owned,
                Map.of(),
                Map.of());
    }
}
