package dev.partywall.probe;

import dev.partywall.connect.Link;
import dev.partywall.connect.Session;
import dev.partywall.failure.Failure;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All attempts in the sessions of tenants. */
final class TenantRun {
    private final Link link;
    private final Casting casting;
    private final List<String> tenants;
    private final Attempts attempts;

    TenantRun(Link link, ProbePlan plan, Casting casting, List<String> tenants, Consumer<Verdict> told) {
        this.link = link;
        this.casting = casting;
        this.tenants = tenants;
        this.attempts = new Attempts(plan, told);
    }

    /** Looks first, on one snapshot with the bypass side; then tries. */
    void as(Actor actor, List<Ground> grounds) {
        Map<Ground, Scene> scenes;
        try {
            scenes = scenes(actor, grounds);
        } catch (Failure failure) {
            grounds.forEach(ground -> attempts.failed(ground, actor, failure));
            return;
        }
        attempts.each(link, actor, grounds, scenes::get);
    }

    private Map<Ground, Scene> scenes(Actor actor, List<Ground> grounds) {
        String purpose = "probe: look as " + actor.context().tenant();
        return link.hasBypass()
                ? link.compare(actor.session(), purpose, (app, bypass) -> scenes(actor, grounds, app, bypass))
                : link.read(actor.session(), purpose, app -> blind(grounds, app));
    }

    private Map<Ground, Scene> scenes(Actor actor, List<Ground> grounds, Session app, Session bypass) {
        Samples samples = new Samples(bypass);
        Map<Target, Sight> sights = Look.at(app, bypass, grounds, tenants);
        Map<Ground, Scene> scenes = new HashMap<>();
        for (Ground ground : grounds) {
            String own = String.valueOf(actor.context().tenant());
            String against = victim(ground, own);
            scenes.put(
                    ground,
                    new Scene(
                            sights.getOrDefault(ground.target(), new Sight.Unclear("It could not be read.")),
                            against,
                            against.isEmpty()
                                    ? null
                                    : samples.of(ground.target(), against).orElse(null),
                            samples.of(ground.target(), own).orElse(null),
                            casting.tenant(against, false).settings(),
                            () -> owned(ground.target(), own),
                            Map.of()));
        }
        return scenes;
    }

    private long owned(Target target, String own) {
        return Controls.of(link, List.of(target), List.of(own))
                .of(target)
                .map(tally -> tally.of(own))
                .orElse(0L);
    }

    /** Without the bypass side there are no samples; what the app role can tell by itself remains. */
    private Map<Ground, Scene> blind(List<Ground> grounds, Session app) {
        List<Ground> direct = grounds.stream()
                .filter(ground -> ground.target().ownership().direct())
                .toList();
        Map<Target, Sight> sights = Look.at(app, app, direct, tenants);
        Map<Ground, Scene> scenes = new HashMap<>();
        grounds.forEach(ground -> scenes.put(
                ground,
                Scene.seeing(sights.getOrDefault(
                        ground.target(), new Sight.Unclear("Whose these rows are is for the bypass role to say.")))));
        return scenes;
    }

    /** Another tenant with rows here; where there is none, another tenant. */
    private String victim(Ground ground, String own) {
        Set<String> not = new LinkedHashSet<>(ground.shared());
        not.add(own);
        Tally control = ground.control();
        Stream<String> others = tenants.stream().filter(tenant -> !not.contains(tenant));
        if (control == null) {
            return others.findFirst().orElse("");
        }
        List<String> chosen = others.toList();
        return chosen.stream()
                .filter(tenant -> control.of(tenant) > 0)
                .findFirst()
                .or(() -> control.firstBeyond(not))
                .or(() -> chosen.stream().findFirst())
                .orElse("");
    }
}
