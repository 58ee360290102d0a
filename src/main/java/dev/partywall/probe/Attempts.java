package dev.partywall.probe;

import dev.partywall.connect.Link;
import dev.partywall.connect.ProbeSession;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs the probes that apply, a few relations in each transaction. */
final class Attempts {
    /** Locks last until the attempt is undone, transaction numbers until the transaction ends: so not too many in one. */
    private static final int AT_ONCE = 25;

    private final ProbePlan plan;
    private final Consumer<Verdict> told;

    Attempts(ProbePlan plan, Consumer<Verdict> told) {
        this.plan = plan;
        this.told = told;
    }

    /** Tries each relation in the actor's sessions; what breaks a session spoils one relation only. */
    void each(Link link, Actor actor, List<Ground> grounds, Function<Ground, Scene> scene) {
        for (int from = 0; from < grounds.size(); from += AT_ONCE) {
            List<Ground> some = grounds.subList(from, Math.min(from + AT_ONCE, grounds.size()));
            List<Ground> left = new ArrayList<>(some);
            try {
                link.probe(actor.session(), "probe: " + actor.words(), session -> {
                    some.forEach(ground -> {
                        on(session, ground, actor, scene.apply(ground));
                        left.remove(ground);
                    });
                    return left;
                });
            } catch (Failure failure) {
                left.forEach(ground -> alone(link, actor, ground, scene));
            }
        }
    }

    private void alone(Link link, Actor actor, Ground ground, Function<Ground, Scene> scene) {
        List<Verdict> those = new ArrayList<>();
        try {
            link.probe(actor.session(), "probe: " + actor.words(), session -> {
                new Attempts(plan, those::add).on(session, ground, actor, scene.apply(ground));
                return those;
            });
            those.forEach(told);
        } catch (Failure failure) {
            failed(ground, actor, failure);
        }
    }

    /** Every probe that applies to this relation in this session. */
    void on(ProbeSession session, Ground ground, Actor actor, Scene scene) {
        Trial trial = new Trial(session, ground, actor, scene, plan);
        List<Verdict> those = new ArrayList<>();
        for (Probe probe : Probes.all()) {
            boolean meant = probe.guesses() != scene.guesses().isEmpty();
            if (meant && plan.includes(probe) && probe.applies(trial)) {
                those.add(probe.attempt(trial));
            }
        }
        those.forEach(told);
    }

    /** The session could not be had, or broke. */
    void failed(Ground ground, Actor actor, Failure failure) {
        told.accept(new Verdict(
                "foreign-read",
                "SELECT",
                ground.target().object(),
                actor.context(),
                null,
                Outcome.FAILED,
                0,
                failure.sqlState(),
                actor.words() + ", nothing could be tried on "
                        + ground.target().relation().name().sql() + ": " + failure.getMessage(),
                ""));
    }
}
