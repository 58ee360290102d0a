package dev.partywall.expression;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Everything an expression may evaluate to.
 *
 * @param errors SQLSTATEs it may raise instead
 * @param causes what the answer hangs on
 */
record Values(Set<Value> values, Set<String> errors, Set<Cause> causes) {
    static final Values NOTHING = new Values(Set.of(), Set.of(), Set.of());
    static final Values EITHER = of(Value.Bool.TRUE, Value.Bool.FALSE);

    Values {
        values = Set.copyOf(values);
        errors = Set.copyOf(errors);
        causes = Set.copyOf(causes);
    }

    static Values of(Value... values) {
        return new Values(Set.of(values), Set.of(), Set.of());
    }

    static Values of(boolean value) {
        return of(Value.Bool.of(value));
    }

    static Values error(String sqlState) {
        return new Values(Set.of(), Set.of(sqlState), Set.of());
    }

    /** NULL or anything, because of something. */
    static Values anything(Cause.Kind kind, String what) {
        return of(Value.NULL, Value.UNKNOWN).because(kind, what);
    }

    /** Anything but NULL, made in a way that is not understood. */
    static Values unread(String what) {
        return of(Value.UNKNOWN).because(Cause.Kind.UNREAD, what);
    }

    Values because(Cause.Kind kind, String what) {
        return new Values(values, errors, union(causes, Set.of(new Cause(kind, what))));
    }

    Values withCauses(Set<Cause> otherCauses) {
        return new Values(values, errors, otherCauses);
    }

    Values or(Value... more) {
        return or(of(more));
    }

    Values or(Values other) {
        return new Values(union(values, other.values), union(errors, other.errors), union(causes, other.causes));
    }

    Values without(Value value) {
        Set<Value> rest = new LinkedHashSet<>(values);
        rest.remove(value);
        return new Values(rest, errors, causes);
    }

    /** Errors and causes of this, no values. */
    Values side() {
        return new Values(Set.of(), errors, causes);
    }

    boolean has(Value value) {
        return values.contains(value);
    }

    boolean hasUnknown() {
        return values.contains(Value.UNKNOWN);
    }

    boolean canBeTrue() {
        return has(Value.Bool.TRUE);
    }

    Values map(Function<Value, Values> step) {
        Values result = side();
        for (Value value : values) {
            result = result.or(step.apply(value));
        }
        return result;
    }

    /** Every pair; NULL on either side gives NULL. */
    Values strict(Values other, BiFunction<Value, Value, Values> step) {
        return pairs(other, (a, b) -> a.equals(Value.NULL) || b.equals(Value.NULL) ? of(Value.NULL) : step.apply(a, b));
    }

    Values pairs(Values other, BiFunction<Value, Value, Values> step) {
        Values result = side().or(other.side());
        for (Value a : values) {
            for (Value b : other.values) {
                result = result.or(step.apply(a, b));
            }
        }
        return result;
    }

    /** As a condition: TRUE, FALSE and NULL only. */
    Values truth() {
        return map(value -> switch (value) {
            case Value.Bool bool -> of(bool);
            case Value.Null none -> of(none);
            case Value.Text text -> text.text().isEmpty() ? error("22P02") : EITHER;
            default -> EITHER;
        });
    }

    private static <T> Set<T> union(Set<T> a, Set<T> b) {
        if (b.isEmpty() || a.equals(b)) {
            return a;
        }
        Set<T> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }
}
