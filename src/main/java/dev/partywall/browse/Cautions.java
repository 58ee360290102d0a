package dev.partywall.browse;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** What a person should know of a page before relying on it. */
final class Cautions {
    private static final int SMALL = 10_000;

    private Cautions() {}

    static String of(PageSql page) {
        List<String> sentences = new ArrayList<>();
        Source source = page.source();
        if (!source.isWhole()) {
            int left = source.relation().columns().size() - source.columns().size();
            sentences.add(
                    left + (left == 1 ? " column is" : " columns are") + " left out, which the role may not read.");
        }
        if (!page.order().unique()) {
            sentences.add("Nothing tells its rows apart, so these are the first "
                    + page.request().limit() + " and there is no next page; narrow them with a filter.");
        } else if (page.order().terms().stream().anyMatch(Order.Term::isPlace)) {
            sentences.add(
                    "It has no key, so rows go by their place in the table (ctid), which changes when a row does.");
        }
        Sort sort = page.request().sort();
        if (sort != null && large(source.relation()) && !sort.indexed(source.relation())) {
            sentences.add("No index helps to sort by " + Identifiers.quote(sort.column())
                    + ": the server sorts all rows the lens sees for each page.");
        }
        return String.join(" ", sentences);
    }

    /** A view's size is not known, so it may be large. */
    private static boolean large(Relation relation) {
        return relation.estimatedRows() < 0 || relation.estimatedRows() >= SMALL || !relation.isTable();
    }
}
