package dev.partywall.browse;

import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL that grows together with the values bound in it. */
final class Condition {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    Condition() {}

    Condition(String sql, @Nullable Object... bound) {
        text.append(sql);
        values.addAll(Arrays.asList(bound));
    }

    static Condition allOf(List<Condition> conditions) {
        return joined(conditions, " AND ");
    }

    static Condition anyOf(List<Condition> conditions) {
        Condition any = joined(conditions, " OR ");
        return conditions.size() < 2 ? any : new Condition("(").add(any).add(")");
    }

    private static Condition joined(List<Condition> conditions, String word) {
        Condition joined = new Condition();
        conditions.stream()
                .filter(condition -> !condition.isEmpty())
                .forEach(condition -> joined.add(joined.isEmpty() ? "" : word).add(condition));
        return joined;
    }

    Condition add(String sql) {
        text.append(sql);
        return this;
    }

    Condition add(Condition other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** {@code ?} cast to a type, and its value. */
    Condition addBound(@Nullable String value, String type) {
        text.append("?::text::").append(type);
        values.add(value);
        return this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** As a WHERE clause, if there is anything to ask. */
    Condition where() {
        return isEmpty() ? this : new Condition(" WHERE ").add(this);
    }

    Sql sql() {
        return new Sql(text.toString(), new ArrayList<>(values));
    }
}
