package dev.partywall.browse;

import dev.partywall.browse.Explanation.Term;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Evaluates conditions for one row as whoever looks: the row, as the bypass role read it, is handed to the app connection
 * as a value, so that {@code CURRENT_USER}, settings, functions and sub-selects come to what they come to in the policy. What cannot be
 * asked so (of {@code ctid}, say) is asked of the bypass connection with the same settings (FACTS, row security 22).
 */
final class RowConditions {
    private final Session app;
    private final Session bypass;
    private final Relation relation;
    private final Sql where;
    private final Optional<String> row;
    private final Map<String, Term> known = new HashMap<>();
    private final Set<String> asBypass = new HashSet<>();

    /** @param where finds the row */
    RowConditions(Session app, Session bypass, Relation relation, Sql where) {
        this.app = app;
        this.bypass = bypass;
        this.relation = relation;
        this.where = where;
        this.row = text();
    }

    /** The whole row as the server writes a composite value. */
    private Optional<String> text() {
        String name = Identifiers.quote(relation.name().name());
        Sql sql = new Sql(
                "SELECT " + name + "::text FROM " + relation.name().sql() + " WHERE " + where.text(), where.values());
        try {
            return bypass.within(() -> bypass.list(sql, each -> each.get(1))).stream()
                    .findFirst();
        } catch (Failure refused) {
            return notAnswered(refused);
        }
    }

    /** Many at once, which is quicker; where one of them is refused they are asked one by one when they are needed. */
    void prepare(Collection<String> expressions) {
        List<String> all = List.copyOf(expressions);
        String asked = all.stream().map(RowConditions::told).collect(Collectors.joining(", "));
        if (row.isPresent() && !all.isEmpty()) {
            ask(app, asGiven(asked), all);
        }
    }

    Truth truth(String condition) {
        try {
            Term term = term(condition);
            return Truth.of(term.value());
        } catch (Failure refused) {
            return Truth.error(refused.sqlState());
        }
    }

    /** Empty where it means nothing by itself, as what is inside a sub-select may. */
    Optional<Term> value(String expression) {
        try {
            return Optional.of(term(expression));
        } catch (Failure refused) {
            return notAnswered(refused);
        }
    }

    /** Whether the bypass connection had to be asked. */
    boolean asBypass(String expression) {
        return asBypass.contains(expression);
    }

    private Term term(String expression) {
        Term before = known.get(expression);
        if (before != null) {
            return before;
        }
        if (row.isPresent()) {
            try {
                return one(app, asGiven(told(expression)), expression);
            } catch (Failure refused) {
                if (!isUnaskable(refused)) {
                    throw refused;
                }
            }
        }
        asBypass.add(expression);
        return one(bypass, asStored(told(expression)), expression);
    }

    private Term one(Session session, Sql sql, String expression) {
        return session.within(() -> session.list(sql, each -> new Term(expression, each.text(1), each.get(2))))
                .getFirst();
    }

    private void ask(Session session, Sql sql, List<String> all) {
        try {
            session.within(() -> session.list(sql, each -> {
                for (int i = 0; i < all.size(); i++) {
                    known.put(all.get(i), new Term(all.get(i), each.text(2 * i + 1), each.get(2 * i + 2)));
                }
                return true;
            }));
        } catch (Failure refused) {
            known.clear();
            notAnswered(refused);
        }
    }

    private static String told(String expression) {
        String marked = Marks.doubled(expression);
        return "(" + marked + ")::text, pg_catalog.pg_typeof(" + marked + ")::text";
    }

    /** The table goes by its own name, since that is how policies name the outer row within sub-selects. */
    private Sql asGiven(String expressions) {
        return Sql.of(
                "SELECT " + expressions + " FROM pg_catalog.unnest(ARRAY[?::text::"
                        + relation.name().sql() + "]) AS "
                        + Identifiers.quote(relation.name().name()),
                row.orElseThrow());
    }

    private Sql asStored(String expressions) {
        return new Sql(
                "SELECT " + expressions + " FROM " + relation.name().sql() + " WHERE " + where.text(), where.values());
    }

    /** A column every table has and no value has, a type that may not be named, or a name that is also something else's. */
    private static boolean isUnaskable(Failure refused) {
        String state = String.valueOf(refused.sqlState());
        return List.of("42703", "42P01", "42846", "0A000", "42702").contains(state);
    }

    /** @throws Failure where it is more than the server's refusal */
    private static <T> Optional<T> notAnswered(Failure refused) {
        if (refused.sqlState() == null) {
            throw refused;
        }
        return Optional.empty();
    }
}
