package dev.partywall.probe;

import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import dev.partywall.probe.Ledger.Attempted;
import dev.partywall.probe.ProbeContext.Kind;
import dev.partywall.probe.ProbeContext.Way;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tenants one after another, then nobody, by a connection they share: whatever one leaves behind, the next finds. Only
 * looks.
 */
final class WayRun {
    private final Stage stage;

    WayRun(Stage stage) {
        this.stage = stage;
    }

    /** On one connection, each session in a transaction of its own that is committed. */
    void reused(List<Actor> actors, List<Ground> grounds) {
        List<Actor> inTurn = actors.stream().map(actor -> actor.by(Way.REUSED)).toList();
        stage.ledger().step("on a connection that others had used");
        try {
            Iterator<Actor> next = inTurn.iterator();
            List<SessionContext> contexts =
                    inTurn.stream().map(WayRun::afterOthers).toList();
            stage.link().inTurn(contexts, "probe: A, B, then nobody", (context, session) -> {
                Actor actor = next.next();
                Map<Target, Sight> seen = seen(session, grounds);
                // Nobody had used the connection before the first.
                if (actor != inTurn.getFirst()) {
                    told(actor, session, grounds, seen);
                }
                return context;
            });
        } catch (Failure failure) {
            failed(inTurn.getLast(), grounds, failure);
        }
    }

    /** Through the pooler, which gives each transaction whatever connection is free. */
    void pooled(List<Actor> actors, List<Ground> grounds) {
        for (Actor actor : actors) {
            Actor through = actor.by(Way.POOLER);
            stage.ledger().step(through.words());
            try {
                stage.link().read(afterOthers(through), "probe: " + through.words(), session -> {
                    told(through, session, grounds, seen(session, grounds));
                    return through;
                });
            } catch (Failure failure) {
                failed(through, grounds, failure);
            }
        }
    }

    /** No setting is asked to be unset: what others left is what is looked for. */
    private static SessionContext afterOthers(Actor actor) {
        return actor.isTenant()
                ? actor.session()
                : new SessionContext(actor.session().side(), null, Map.of(), null, false);
    }

    private void told(Actor actor, Session session, List<Ground> grounds, Map<Target, Sight> seen) {
        Actor found = actor.isTenant() ? actor : finding(actor, session);
        grounds.forEach(ground -> {
            Sight sight = seen.getOrDefault(ground.target(), new Sight.Unclear("It could not be read.", false));
            Attempted one = new Attempted(ground, found, Scene.seeing(sight));
            stage.ledger().add(one, stage.attempts().looking(one));
        });
    }

    private Map<Target, Sight> seen(Session session, List<Ground> grounds) {
        return stage.link().hasBypass()
                ? stage.link()
                        .read(SessionContext.bypass(), "whose rows these are", bypass -> look(session, bypass, grounds))
                : look(session, session, direct(grounds));
    }

    private Map<Target, Sight> look(Session session, Session bypass, List<Ground> grounds) {
        return Look.at(session, bypass, grounds, stage.tenants(), stage.budget());
    }

    private static List<Ground> direct(List<Ground> grounds) {
        return grounds.stream()
                .filter(ground -> ground.target().ownership().direct())
                .toList();
    }

    /** Nobody, with the settings as they were found: empty as a rule, or what somebody left. */
    private Actor finding(Actor nobody, Session session) {
        Map<String, String> left = new LinkedHashMap<>();
        stage.casting()
                .settings()
                .forEach(name -> session.list(
                        Sql.of("SELECT current_setting(?, true)", name),
                        row -> left.put(name, Objects.requireNonNullElse(row.text(1), ""))));
        Kind kind = left.values().stream().allMatch(String::isEmpty) ? Kind.EMPTY : Kind.UNSET;
        return new Actor(
                new ProbeContext(kind, null, null, nobody.context().way()),
                nobody.session(),
                left,
                nobody.user(),
                false);
    }

    private void failed(Actor actor, List<Ground> grounds, Failure failure) {
        grounds.forEach(ground -> stage.ledger().add(Attempts.failed(ground, actor, failure)));
    }
}
