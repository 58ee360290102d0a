package dev.partywall.probe;

import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Sets the scene for each trial: against whom, and with which rows. */
final class Scenes {
    private final Stage stage;
    private final Samples samples;

    private Scenes(Stage stage, Samples samples) {
        this.stage = stage;
        this.samples = samples;
    }

    /** Takes the rows that will be needed from the bypass side. */
    static Scenes of(Stage stage, Session bypass, List<Ground> grounds, List<Actor> actors) {
        Set<Samples.Wish> wishes = new LinkedHashSet<>();
        for (Ground ground : grounds) {
            for (Actor actor : actors) {
                Stream.of(own(actor), victim(stage, ground, actor))
                        .filter(tenant -> !tenant.isEmpty())
                        .forEach(tenant -> wishes.add(new Samples.Wish(ground.target(), tenant)));
            }
        }
        return new Scenes(stage, Samples.of(bypass, new ArrayList<>(wishes)));
    }

    private static String own(Actor actor) {
        return actor.context().tenant() == null ? "" : actor.context().tenant();
    }

    Scene of(Ground ground, Actor actor, Sight sight) {
        String own = own(actor);
        String against = victim(stage, ground, actor);
        return new Scene(
                sight,
                against,
                against.isEmpty() ? null : samples.of(ground.target(), against).orElse(null),
                own.isEmpty() ? null : samples.of(ground.target(), own).orElse(null),
                stage.casting().settingsOf(against),
                own.isEmpty() ? () -> 0 : () -> ownedNow(ground.target(), own),
                Map.of(),
                stage.casting().self(ground.target().relation().name(), own));
    }

    private long ownedNow(Target target, String own) {
        return stage.link()
                .read(
                        SessionContext.bypass(),
                        "probe: control",
                        bypass -> Controls.at(bypass, List.of(target), List.of(own), stage.budget())
                                .of(target)
                                .map(tally -> tally.of(own))
                                .orElse(0L));
    }

    /** Another tenant with rows here; where there is none, another tenant. */
    private static String victim(Stage stage, Ground ground, Actor actor) {
        Set<String> not = new LinkedHashSet<>(ground.shared());
        not.add(own(actor));
        Tally control = ground.control();
        List<String> others =
                stage.tenants().stream().filter(tenant -> !not.contains(tenant)).toList();
        if (control == null) {
            return others.stream().findFirst().orElse("");
        }
        return others.stream()
                .filter(tenant -> control.of(tenant) > 0)
                .findFirst()
                .or(() -> control.firstBeyond(not))
                .or(() -> actor.isTenant() ? others.stream().findFirst() : java.util.Optional.empty())
                .orElse("");
    }
}
