package dev.partywall.expression;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * AND, OR and NOT with NULL (PostgreSQL 18, section 9.1). Both sides' errors count: the planner may evaluate either first
 * (section 4.2.14). Causes are kept for the sides that can make the whole true.
 */
final class Logic {
    private Logic() {}

    static Values not(Values truth) {
        return truth.map(value -> value instanceof Value.Bool bool ? Values.of(!bool.value()) : Values.of(value));
    }

    static Values and(List<Values> truths) {
        Values result = Values.of(true);
        for (Values truth : truths) {
            result = combined(result, truth, Value.Bool.FALSE, Logic::both);
        }
        return result.canBeTrue() ? result : result.withCauses(Set.of());
    }

    static Values or(List<Values> truths) {
        Values result = Values.of(false);
        for (Values truth : truths) {
            Values side = truth.canBeTrue() ? truth : truth.withCauses(Set.of());
            result = combined(result, side, Value.Bool.TRUE, Logic::either);
        }
        return result;
    }

    /** True for some item, NULL if unknown for some, else false. */
    static Values any(Set<Value> items, Function<Value, Values> test) {
        return or(items.stream().map(test).toList());
    }

    /** Every pair; a side that decides alone does so even where the other one only raises. */
    private static Values combined(Values a, Values b, Value decisive, BiFunction<Value, Value, Values> step) {
        Values pairs = a.pairs(b, step);
        return a.has(decisive) || b.has(decisive) ? pairs.or(decisive) : pairs;
    }

    private static Values both(Value a, Value b) {
        if (a.equals(Value.Bool.FALSE) || b.equals(Value.Bool.FALSE)) {
            return Values.of(false);
        }
        return a.equals(Value.NULL) ? Values.of(a) : Values.of(b);
    }

    private static Values either(Value a, Value b) {
        if (a.equals(Value.Bool.TRUE) || b.equals(Value.Bool.TRUE)) {
            return Values.of(true);
        }
        return a.equals(Value.NULL) ? Values.of(a) : Values.of(b);
    }
}
