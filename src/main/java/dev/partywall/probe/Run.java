package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.probe.ProbeContext.Kind;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run over all relations and sessions. */
final class Run {
    private static final Set<Kind> OPEN = Set.of(Kind.UNSET, Kind.EMPTY);

    private final Link link;
    private final Inspection inspection;
    private final ProbePlan plan;
    private final Cancellation cancellation;
    private final Ledger ledger;

    Run(Link link, Inspection inspection, ProbePlan plan, Cancellation cancellation, Progress progress) {
        this.link = link;
        this.inspection = inspection;
        this.plan = plan;
        this.cancellation = cancellation;
        this.ledger = new Ledger(progress);
    }

    ProbeRun complete() {
        Instant start = Instant.now();
        Survey survey = Survey.of(link, inspection, plan);
        Cast cast = Cast.of(link, inspection, plan);
        Casting casting = new Casting(inspection, cast.known());
        Stage stage = new Stage(link, plan, casting, cast.tenants(), ledger);
        ledger.expect(Foresight.steps(
                inspection,
                casting,
                casting.players(cast.tenants()).size(),
                survey.grounds().size()));
        survey.unjudged().forEach(one -> ledger.add(one.verdict()));
        if (casting.undeclaredLogins()) {
            survey.grounds().forEach(ground -> ledger.add(undeclared(ground, casting)));
        }
        List<Ground> grounds = inSessions(stage, actors(stage, stage.tenants()), survey.grounds());
        Stage knowing = stage.with(casting.knowing(owners(grounds)));
        asNobody(knowing, grounds);
        asRoles(knowing);
        byOtherWays(knowing, grounds);
        if (plan.seeded()) {
            new SeedRun(knowing, inspection).over(grounds);
        }
        ledger.busy().forEach(stage.attempts()::alone);
        ledger.end();
        return new ProbeRun(
                Proofs.of(start, inspection, knowing),
                VerdictOrder.sorted(ledger.verdicts()),
                VerdictOrder.sortedDifferentials(ledger.differentials()),
                Problems.of(ledger, link.hasBypass()));
    }

    /** Relations side by side, all tenants in turn on each: so no two tenants get in each other's way. */
    private List<Ground> inSessions(Stage stage, List<Actor> actors, List<Ground> grounds) {
        List<Ground> controlled = Collections.synchronizedList(new ArrayList<>());
        inLanes(Slices.of(plan.inOrder(grounds)), slice -> controlled.addAll(new TenantRun(stage, actors).over(slice)));
        return controlled.stream()
                .sorted(Comparator.comparing(
                        ground -> ground.target().relation().name()))
                .toList();
    }

    private static List<Actor> actors(Stage stage, List<String> tenants) {
        List<Actor> actors = new ArrayList<>();
        stage.casting()
                .players(tenants)
                .forEach(tenant -> actors.add(stage.casting().tenant(tenant, actors.isEmpty())));
        return actors;
    }

    private <T> void inLanes(List<T> things, Consumer<T> work) {
        Lanes.run(
                plan.connections(),
                things.stream()
                        .<Runnable>map(thing -> () -> {
                            cancellation.check();
                            work.accept(thing);
                        })
                        .toList());
    }

    private static Set<String> owners(List<Ground> grounds) {
        return grounds.stream()
                .flatMap(ground -> Stream.ofNullable(ground.control()))
                .flatMap(control -> control.rows().keySet().stream())
                .filter(owner -> !owner.equals(Tally.NOBODY))
                .collect(Collectors.toSet());
    }

    /** Where a session without a tenant is declared to see everything, only those are tried that do set something. */
    private void asNobody(Stage stage, List<Ground> grounds) {
        List<Actor> actors = new ArrayList<>();
        if (!stage.casting().appIsTenant()) {
            actors.add(stage.casting().unset());
        }
        actors.addAll(stage.casting().nobodies());
        if (openByDesign()) {
            actors.removeIf(actor -> OPEN.contains(actor.context().kind()));
            grounds.forEach(ground -> ledger.add(declaredOpen(ground)));
        }
        inLanes(actors, actor -> new NobodyRun(stage).as(actor, grounds));
        Set<ObjectRef> shown = ledger.shownToNobody();
        List<Ground> closed = grounds.stream()
                .filter(ground -> !shown.contains(ground.target().object()))
                .toList();
        List<Guess> guesses = stage.casting().guesses(stage.tenants());
        if (!guesses.isEmpty()) {
            inLanes(Slices.of(closed), slice -> new NobodyRun(stage).guess(slice, guesses));
        }
    }

    private boolean openByDesign() {
        return inspection.tenancy().unsetMeans() == UnsetMeans.EVERYTHING;
    }

    /** The run is complete only where at least the app role's own tenant could be looked at. */
    private static Verdict undeclared(Ground ground, Casting casting) {
        return Survey.leftOut(
                        ground.target().object(),
                        new ProbeContext(Kind.TENANT, null),
                        "Policies tell tenants by the role that is logged in, and it is not declared which role is which"
                                + " tenant's: only the app role's own session can be tried. Declare loginRoles.")
                .incompleteUnless(!casting.players(List.of()).isEmpty());
    }

    private static Verdict declaredOpen(Ground ground) {
        return Survey.leftOut(
                ground.target().object(),
                new ProbeContext(Kind.UNSET, null),
                "It is declared that a session without a tenant sees everything, so this is not judged.");
    }

    /** One tenant, and nobody, having become each role that the app role may become. */
    private void asRoles(Stage stage) {
        Targets targets = new Targets(inspection);
        for (String role : Becoming.roles(inspection, stage.casting())) {
            List<Ground> grounds =
                    Survey.of(link, inspection, plan, targets, role).grounds();
            List<Actor> actors = actors(stage, stage.tenants().stream().limit(1).toList()).stream()
                    .map(actor -> actor.become(role))
                    .toList();
            List<Ground> controlled = inSessions(stage, actors, grounds);
            if (!openByDesign() && !stage.casting().appIsTenant()) {
                new NobodyRun(stage).as(stage.casting().unset().become(role), controlled);
            }
        }
    }

    private void byOtherWays(Stage stage, List<Ground> grounds) {
        if (stage.casting().appIsTenant()
                || stage.casting().byLogin()
                || stage.casting().settings().isEmpty()) {
            return;
        }
        List<Actor> actors = actors(stage, stage.tenants().stream().limit(2).toList());
        if (!openByDesign()) {
            actors.add(stage.casting().unset());
        }
        if (actors.isEmpty()) {
            return;
        }
        new WayRun(stage).reused(actors, grounds);
        link.throughPooler().ifPresent(through -> {
            try (Link pooled = through) {
                new WayRun(stage.through(pooled)).pooled(actors, grounds);
            }
        });
    }
}
