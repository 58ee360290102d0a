package dev.partywall.probe;

import dev.partywall.connect.Session;
import dev.partywall.connect.SharedSnapshot;
import dev.partywall.failure.Failure;
import dev.partywall.probe.Ledger.Attempted;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Some relations in the sessions of tenants: all look at one snapshot beside the bypass side, then each tries. */
final class TenantRun {
    private final Stage stage;
    private final List<Actor> actors;

    TenantRun(Stage stage, List<Actor> actors) {
        this.stage = stage;
        this.actors = actors;
    }

    /** @return the same relations with what the bypass side saw of them */
    List<Ground> over(List<Ground> grounds) {
        if (!stage.link().hasBypass()) {
            actors.forEach(actor -> blind(actor, grounds));
            return grounds;
        }
        Map<Actor, List<Attempted>> ahead = new IdentityHashMap<>();
        List<Ground> controlled;
        try {
            controlled = stage.link().onSnapshot("probe: look", snapshot -> look(snapshot, grounds, ahead));
        } catch (Failure failure) {
            actors.forEach(actor -> failed(actor, grounds, failure));
            return grounds;
        }
        for (Actor actor : actors) {
            stage.ledger().step(actor.words());
            stage.attempts().each(actor, ahead.getOrDefault(actor, List.of()));
        }
        return controlled;
    }

    private List<Ground> look(SharedSnapshot snapshot, List<Ground> grounds, Map<Actor, List<Attempted>> ahead) {
        stage.budget().on(snapshot.bypass());
        Controls controls = Controls.at(
                snapshot.bypass(), grounds.stream().map(Ground::target).toList(), stage.tenants(), stage.budget());
        List<Ground> controlled =
                grounds.stream().map(controls::on).filter(this::hasOwners).toList();
        Scenes scenes = Scenes.of(stage, snapshot.bypass(), controlled, actors);
        for (Actor actor : actors) {
            try {
                Map<Target, Sight> sights = snapshot.as(
                        actor.session(),
                        app -> Look.at(app, snapshot.bypass(), controlled, stage.tenants(), stage.budget()));
                ahead.put(actor, seen(snapshot, controlled, scenes, actor, sights));
            } catch (Failure failure) {
                failed(actor, controlled, failure);
            }
        }
        return controlled;
    }

    private boolean hasOwners(Ground ground) {
        boolean owners = !(ground.target().ownership() instanceof Ownership.Within)
                || (ground.control() != null && stage.casting().names(ground.control()));
        if (!owners) {
            stage.ledger().add(Targets.ownerless(ground.target().relation()).verdict());
        }
        return owners;
    }

    private List<Attempted> seen(
            SharedSnapshot snapshot, List<Ground> grounds, Scenes scenes, Actor actor, Map<Target, Sight> sights) {
        List<Attempted> attempted = new ArrayList<>();
        for (Ground ground : grounds) {
            Sight sight = sights.getOrDefault(ground.target(), new Sight.Unclear("It could not be read.", false));
            attempted.add(new Attempted(ground, actor, scenes.of(ground, actor, sight)));
            if (actor.context().role() == null) {
                Differentials.of(ground, String.valueOf(actor.context().tenant()), sight, snapshot.id())
                        .ifPresent(stage.ledger()::add);
            }
        }
        return attempted;
    }

    /** Without the bypass side there are no samples; what the app role can tell by itself remains. */
    private void blind(Actor actor, List<Ground> grounds) {
        List<Ground> direct = grounds.stream()
                .filter(ground -> ground.target().ownership().direct())
                .toList();
        stage.ledger().step(actor.words());
        try {
            Map<Target, Sight> sights = stage.link().read(actor.session(), "probe: look", app -> blindly(app, direct));
            stage.attempts()
                    .each(
                            actor,
                            grounds.stream()
                                    .map(ground -> new Attempted(
                                            ground,
                                            actor,
                                            Scene.seeing(sights.getOrDefault(
                                                    ground.target(),
                                                    new Sight.Unclear(
                                                            "Whose these rows are is for the bypass role to say.",
                                                            false)))))
                                    .toList());
        } catch (Failure failure) {
            failed(actor, grounds, failure);
        }
    }

    private Map<Target, Sight> blindly(Session app, List<Ground> direct) {
        return Look.at(app, app, direct, stage.tenants(), stage.budget());
    }

    private void failed(Actor actor, List<Ground> grounds, Failure failure) {
        stage.ledger().step(actor.words());
        grounds.forEach(ground -> stage.ledger().add(Attempts.failed(ground, actor, failure)));
    }
}
