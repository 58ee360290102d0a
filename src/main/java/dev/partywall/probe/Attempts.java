package dev.partywall.probe;

import dev.partywall.connect.Link;
import dev.partywall.connect.ProbeSession;
import dev.partywall.failure.Failure;
import dev.partywall.probe.Ledger.Attempted;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Runs the probes that apply, a few relations in each transaction. */
final class Attempts {
    /** Locks last until the attempt is undone, transaction numbers until the transaction ends: so not too many in one. */
    private static final int AT_ONCE = 25;

    private final Link link;
    private final ProbePlan plan;
    private final Ledger ledger;

    Attempts(Link link, ProbePlan plan, Ledger ledger) {
        this.link = link;
        this.plan = plan;
        this.ledger = ledger;
    }

    /** Tries each in the actor's sessions; what breaks a session spoils one relation only. */
    void each(Actor actor, List<Attempted> all) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            some(actor, all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
    }

    private void some(Actor actor, List<Attempted> some) {
        Map<Attempted, List<Verdict>> tried = new IdentityHashMap<>();
        try {
            link.probe(actor.session(), "probe: " + actor.words(), session -> {
                session.apply(actor.later());
                some.forEach(one -> tried.put(one, on(session, one)));
                return tried;
            });
        } catch (Failure broken) {
            // Said below, by those that are left.
        }
        some.stream().filter(tried::containsKey).forEach(one -> ledger.add(one, tried.getOrDefault(one, List.of())));
        some.stream().filter(one -> !tried.containsKey(one)).forEach(this::alone);
    }

    /** In a session of its own. */
    void alone(Attempted one) {
        try {
            ledger.add(
                    one,
                    link.probe(one.actor().session(), "probe: " + one.actor().words(), session -> {
                        session.apply(one.actor().later());
                        return on(session, one);
                    }));
        } catch (Failure failure) {
            ledger.add(one, List.of(failed(one.ground(), one.actor(), failure)));
        }
    }

    /** Every probe that applies to this relation in this session. */
    List<Verdict> on(ProbeSession session, Attempted one) {
        return on(new Trial(session, one.ground(), one.actor(), one.scene(), plan), Probes.all());
    }

    /** Every probe that needs nothing but what was seen. */
    List<Verdict> looking(Attempted one) {
        return on(new Trial(null, one.ground(), one.actor(), one.scene(), plan), Probes.LOOKING);
    }

    private List<Verdict> on(Trial trial, List<Probe> probes) {
        List<Verdict> those = new ArrayList<>();
        for (Probe probe : plan.inOrder(probes)) {
            boolean meant = probe.guesses() == trial.guessing();
            if (meant && plan.includes(probe) && probe.applies(trial)) {
                those.add(probe.attempt(trial));
            }
        }
        return those;
    }

    /** The session could not be had, or broke. */
    static Verdict failed(Ground ground, Actor actor, Failure failure) {
        return new Verdict(
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
                "");
    }
}
