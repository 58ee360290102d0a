package dev.partywall.browse;

import dev.partywall.browse.Order.Term;
import dev.partywall.catalog.RelationName;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a page begin, as conditions that an index on the order answers by itself: one of them holds for each row. Only the
 * first term of an order may be NULL, so there are at most two: one for the rows with a value, one for those without.
 */
final class Beginnings {
    private final List<Term> terms;
    private final Place place;
    private final boolean inclusive;

    /** @param order in which the rows are read */
    Beginnings(Order order, From from, RelationName relation) {
        this.place = placeOf(from);
        this.inclusive = from instanceof From.At;
        int told = place.values().size();
        boolean fits =
                inclusive ? told <= order.terms().size() : told == order.terms().size() || told == 0;
        if (!fits || !order.unique() && told > 0) {
            throw Failure.usage(
                    "The place to go on from does not fit " + relation + ".",
                    order.unique()
                            ? "Give one value for each of: " + order.words() + "."
                            : "It has no key to go on from; narrow the rows with a filter instead.");
        }
        this.terms = order.terms().subList(0, told);
    }

    private static Place placeOf(From from) {
        return switch (from) {
            case From.First first -> Place.NONE;
            case From.Last last -> Place.NONE;
            case From.After after -> after.place();
            case From.Before before -> before.place();
            case From.At at -> at.place();
        };
    }

    /** Empty where the rows begin at their beginning. */
    List<Condition> conditions() {
        if (terms.isEmpty()) {
            return List.of();
        }
        return place.values().getFirst() == null ? afterNull() : afterValue();
    }

    private List<Condition> afterValue() {
        Term first = terms.getFirst();
        List<Condition> conditions = new ArrayList<>(List.of(compared(0)));
        if (first.nullable() && !first.descending()) {
            conditions.add(new Condition(first.expression() + " IS NULL"));
        }
        return conditions;
    }

    private List<Condition> afterNull() {
        Term first = terms.getFirst();
        List<Condition> conditions = new ArrayList<>();
        Condition rest = terms.size() > 1 ? compared(1) : new Condition(inclusive ? "true" : "false");
        conditions.add(new Condition(first.expression() + " IS NULL AND ").add(rest));
        if (first.descending()) {
            conditions.add(new Condition(first.expression() + " IS NOT NULL"));
        }
        return conditions;
    }

    /** {@code (a, b) > (x, y)}, which an index on (a, b) answers at once; NULLs on the left are left out. */
    private Condition compared(int from) {
        List<Term> compared = terms.subList(from, terms.size());
        Condition right = new Condition();
        for (int i = 0; i < compared.size(); i++) {
            @Nullable String value = place.values().get(from + i);
            right.add(i == 0 ? "" : ", ").addBound(value, compared.get(i).type());
        }
        String left = String.join(", ", compared.stream().map(Term::expression).toList());
        String operator = (compared.getFirst().descending() ? " <" : " >") + (inclusive ? "= " : " ");
        return new Condition("(" + left + ")" + operator + "(").add(right).add(")");
    }
}
