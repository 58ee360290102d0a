package dev.partywall.probe;

import dev.partywall.connect.ProbeSession;
import dev.partywall.connect.SessionContext;
import dev.partywall.failure.Failure;
import dev.partywall.probe.Ledger.Attempted;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attempts in sessions that are no tenant's, each on a connection that never knew a tenant. */
final class NobodyRun {
    private final Stage stage;

    NobodyRun(Stage stage) {
        this.stage = stage;
    }

    /** The settings are applied within the transaction. */
    void as(Actor actor, List<Ground> grounds) {
        stage.ledger().step(actor.words());
        Map<Ground, Scene> victims = new IdentityHashMap<>();
        Map<Ground, Sight> sights = new IdentityHashMap<>();
        try {
            victims.putAll(victims(actor, grounds));
            stage.link().probe(actor.session(), "probe: " + actor.words(), session -> {
                session.apply(actor.later());
                new Glance(session, stage.budget(), stage.link()).at(grounds, sights::put);
                return sights;
            });
        } catch (Failure failure) {
            grounds.stream()
                    .filter(ground -> !sights.containsKey(ground))
                    .forEach(ground -> stage.ledger().add(Attempts.failed(ground, actor, failure)));
        }
        List<Attempted> ahead = new ArrayList<>();
        sights.forEach((ground, sight) -> ahead.add(new Attempted(ground, actor, with(sight, victims.get(ground)))));
        stage.attempts().each(actor, ahead);
    }

    private Map<Ground, Scene> victims(Actor actor, List<Ground> grounds) {
        Map<Ground, Scene> victims = new IdentityHashMap<>();
        if (stage.link().hasBypass()) {
            stage.link().read(SessionContext.bypass(), "probe: samples", bypass -> {
                Scenes scenes = Scenes.of(stage, bypass, grounds, List.of(actor));
                grounds.forEach(ground -> victims.put(ground, scenes.of(ground, actor, new Sight.Seen(Tally.none()))));
                return victims;
            });
        }
        return victims;
    }

    private static Scene with(Sight sight, @org.jspecify.annotations.Nullable Scene scene) {
        return scene == null ? Scene.seeing(sight) : scene.seeingInstead(sight);
    }

    /** Settings that are nearly a tenant's; for relations that do not show rows to any session anyway. */
    void guess(List<Ground> grounds, List<Guess> guesses) {
        Actor actor = stage.casting().guesser();
        stage.ledger().step("with settings that are nearly a tenant's");
        Map<Ground, Map<Guess, Sight>> seen = new IdentityHashMap<>();
        try {
            stage.link().probe(actor.session(), "probe: nearly a tenant's setting", session -> {
                guesses.forEach(guess -> look(session, grounds, guess, seen));
                return seen;
            });
        } catch (Failure failure) {
            grounds.forEach(ground -> stage.ledger().add(Attempts.failed(ground, actor, failure)));
            return;
        }
        grounds.forEach(ground -> {
            Attempted one = new Attempted(ground, actor, Scene.guessing(seen.getOrDefault(ground, Map.of())));
            stage.ledger().add(one, stage.attempts().looking(one));
        });
    }

    private void look(ProbeSession session, List<Ground> grounds, Guess guess, Map<Ground, Map<Guess, Sight>> seen) {
        session.apply(stage.casting().guessing(guess).settings());
        new Glance(session, stage.budget(), stage.link())
                .at(
                        grounds,
                        (ground, sight) -> seen.computeIfAbsent(ground, any -> new LinkedHashMap<>())
                                .put(guess, sight));
    }
}
