package dev.partywall.browse;

import dev.partywall.connect.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds rows again by their keys on the other side of a comparison, a few thousand in one statement. */
final class KeyLookup {
    private static final int MOST = 2_000;
    private static final String KEY = "k";

    private final PageSql page;
    private final PageRows from;
    private final List<Order.Term> terms;

    /** @param from the rows to be found again */
    KeyLookup(PageSql page, PageRows from) {
        this.page = page;
        this.from = from;
        this.terms = from.keyTerms();
    }

    /** By their index, which of the rows the session sees. */
    Set<Integer> seen(Session session) {
        return new HashSet<>(told(session, new Condition("NULL")).keySet());
    }

    /** By their index, what the session says of those rows it sees. */
    Map<Integer, @Nullable String> told(Session session, Condition expression) {
        Map<Integer, @Nullable String> told = new HashMap<>();
        for (int begin = 0; begin < from.rows().size(); begin += MOST) {
            int end = Math.min(begin + MOST, from.rows().size());
            int offset = begin - 1;
            Condition statement = new Condition("SELECT " + KEY + ".n, ")
                    .add(expression)
                    .add(" FROM ")
                    .add(keys(begin, end))
                    .add(" JOIN " + page.from() + " ON " + joined());
            session.list(statement.sql(), row -> told.put(offset + Integer.parseInt(row.get(1)), row.text(2)));
        }
        return told;
    }

    /** The keys as rows of their own, numbered. */
    Condition keys(int begin, int end) {
        Condition keys = new Condition("unnest(");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            Order.Term term = terms.get(i);
            List<@Nullable String> values = new ArrayList<>();
            from.rows().subList(begin, end).forEach(row -> values.add(from.value(row, term)));
            keys.add(i == 0 ? "" : ", ").addBound(ArrayText.of(values), "text[]");
            names.append("c").append(i).append(", ");
        }
        return keys.add(") WITH ORDINALITY AS " + KEY + "(" + names + "n)");
    }

    String joined() {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            equal.add(terms.get(i).expression() + " = " + KEY + ".c" + i + "::"
                    + terms.get(i).type());
        }
        return String.join(" AND ", equal);
    }
}
