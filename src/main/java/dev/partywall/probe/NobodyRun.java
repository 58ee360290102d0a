package dev.partywall.probe;

import dev.partywall.connect.Link;
import dev.partywall.connect.ProbeSession;
import dev.partywall.connect.SessionContext;
import dev.partywall.failure.Failure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** All attempts in sessions that are no tenant's. They share connections: each begins as one that never knew a tenant. */
final class NobodyRun {
    private final Link link;
    private final Casting casting;
    private final List<String> tenants;
    private final Attempts attempts;
    /** What showed rows without a tenant already. */
    private final Set<Ground> open = new HashSet<>();

    NobodyRun(Link link, ProbePlan plan, Casting casting, List<String> tenants, Consumer<Verdict> told) {
        this.link = link;
        this.casting = casting;
        this.tenants = tenants;
        this.attempts = new Attempts(plan, told);
    }

    /** One after another in one transaction; the settings are applied within it. */
    void as(List<Actor> actors, List<Ground> grounds) {
        Map<Ground, Scene> victims = new HashMap<>();
        if (link.hasBypass()) {
            link.read(SessionContext.bypass(), "probe: samples", bypass -> {
                Samples samples = new Samples(bypass);
                grounds.forEach(ground -> victims.put(ground, victim(ground, samples)));
                return victims;
            });
        }
        for (Actor actor : actors) {
            try {
                link.probe(actor.session(), "probe: " + actor.words(), session -> {
                    session.apply(actor.settings());
                    Look.at(session, link, grounds, (ground, sight) -> {
                        noted(ground, sight);
                        Scene scene = with(sight, victims.getOrDefault(ground, Scene.seeing(sight)));
                        attempts.on(session, ground, actor, scene);
                    });
                    return actor;
                });
            } catch (Failure failure) {
                grounds.forEach(ground -> attempts.failed(ground, actor, failure));
            }
        }
    }

    private void noted(Ground ground, Sight sight) {
        if (sight instanceof Sight.Seen seen && seen.tally().beyond(ground.shared()) > 0) {
            open.add(ground);
        }
    }

    private static Scene with(Sight sight, Scene scene) {
        return new Scene(sight, scene.against(), scene.foreign(), null, scene.asVictim(), () -> 0, Map.of());
    }

    private Scene victim(Ground ground, Samples samples) {
        Tally control = ground.control();
        String against = control == null
                ? ""
                : tenants.stream()
                        .filter(tenant ->
                                control.of(tenant) > 0 && !ground.shared().contains(tenant))
                        .findFirst()
                        .or(() -> control.firstBeyond(ground.shared()))
                        .orElse("");
        Sample sample =
                against.isEmpty() ? null : samples.of(ground.target(), against).orElse(null);
        return new Scene(
                new Sight.Seen(Tally.none()),
                against,
                sample,
                null,
                casting.tenant(against, false).settings(),
                () -> 0,
                Map.of());
    }

    /** Settings that are nearly a tenant's, where not any session sees rows anyway. */
    void guess(List<Ground> all) {
        List<Ground> grounds =
                all.stream().filter(ground -> !open.contains(ground)).toList();
        List<Guess> guesses = casting.guesses(tenants);
        if (guesses.isEmpty() || grounds.isEmpty()) {
            return;
        }
        Actor actor = casting.guesser();
        try {
            link.probe(actor.session(), "probe: nearly a tenant's setting", session -> {
                Map<Ground, Map<Guess, Sight>> seen = new HashMap<>();
                guesses.forEach(guess -> look(session, grounds, guess, seen));
                grounds.forEach(ground ->
                        attempts.on(session, ground, actor, Scene.guessing(seen.getOrDefault(ground, Map.of()))));
                return seen;
            });
        } catch (Failure failure) {
            grounds.forEach(ground -> attempts.failed(ground, actor, failure));
        }
    }

    private void look(ProbeSession session, List<Ground> grounds, Guess guess, Map<Ground, Map<Guess, Sight>> seen) {
        session.apply(casting.guessing(guess).settings());
        Look.at(
                session,
                link,
                grounds,
                (ground, sight) -> seen.computeIfAbsent(ground, any -> new LinkedHashMap<>())
                        .put(guess, sight));
    }
}
