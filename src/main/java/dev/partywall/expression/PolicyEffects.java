package dev.partywall.expression;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Link;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Side;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the server what a condition comes to when the tenant setting was never set, is empty or is malformed. The
 * condition is evaluated as the bypass role, on at most a thousand rows: sub-selects in it see all rows, and
 * CURRENT_USER is the bypass role (FACTS, row security 22).
 */
public final class PolicyEffects {
    private static final int MOST_ROWS = 1_000;

    private final Link link;
    private final Set<String> settings;

    /**
     * @param link with a bypass side
     * @param settings the tenant settings
     */
    public PolicyEffects(Link link, Set<String> settings) {
        this.link = link;
        this.settings = Set.copyOf(settings);
    }

    /** The three effects, in the order of {@link Effect.State}. */
    public List<Effect> of(RelationName relation, String condition) {
        List<Effect> effects = new ArrayList<>();
        effects.add(ask(Effect.State.UNSET, relation, condition, Map.of()));
        effects.add(ask(Effect.State.EMPTY, relation, condition, all("")));
        effects.add(ask(Effect.State.MALFORMED, relation, condition, all("{no such tenant")));
        return effects;
    }

    private Map<String, String> all(String value) {
        Map<String, String> applied = new LinkedHashMap<>();
        settings.forEach(name -> applied.put(name, value));
        return applied;
    }

    private Effect ask(Effect.State state, RelationName relation, String condition, Map<String, String> applied) {
        SessionContext context = new SessionContext(Side.BYPASS, null, applied, null, state == Effect.State.UNSET);
        try {
            return link.read(
                    context,
                    "evaluate a policy of " + relation,
                    session -> counted(state, session, relation, condition));
        } catch (Failure failure) {
            String sqlState = failure.sqlState();
            if (sqlState == null || sqlState.startsWith("08") || sqlState.startsWith("57")) {
                throw failure;
            }
            return new Effect(
                    state, Effect.Kind.ERROR, 0, 0, sqlState, "an error, " + sqlState + ": every query fails");
        }
    }

    private static Effect counted(Effect.State state, Session session, RelationName relation, String condition) {
        String name = Identifiers.quote(relation.name());
        String text = condition.replace("?", "??");
        String sql = "SELECT count(*) FILTER (WHERE " + text + "), count(*) FROM (SELECT * FROM " + relation.sql()
                + " LIMIT ?) AS " + name;
        Effect effect = session.list(Sql.of(sql, MOST_ROWS), row -> effect(state, row.number(1), row.number(2)))
                .getFirst();
        if (effect.tried() == 0) {
            evaluateOnNothing(session, relation, text, name);
        }
        return effect;
    }

    /** An empty table raises no error, so the condition is tried on a row of NULLs. */
    private static void evaluateOnNothing(Session session, RelationName relation, String text, String name) {
        session.list(
                Sql.of("SELECT (" + text + ") IS TRUE FROM (SELECT (NULL::" + relation.sql() + ").* OFFSET 0) AS "
                        + name),
                row -> row.flag(1));
    }

    private static Effect effect(Effect.State state, long rows, long tried) {
        if (rows == 0) {
            String sentence = tried == 0
                    ? "there is no row to try it on; a row of NULLs raises no error"
                    : "nothing: no row passes";
            return new Effect(state, Effect.Kind.NOTHING, rows, tried, null, sentence);
        }
        boolean every = rows == tried;
        return new Effect(
                state,
                every ? Effect.Kind.EVERYTHING : Effect.Kind.SOME,
                rows,
                tried,
                null,
                every ? "everything: all " + tried + " rows tried pass" : rows + " of " + tried + " rows tried pass");
    }
}
