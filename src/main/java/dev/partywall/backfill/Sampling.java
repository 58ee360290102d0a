package dev.partywall.backfill;

import dev.partywall.catalog.Relation;
import dev.partywall.connect.Sql;
import java.util.Locale;

/**
 * How much of a table is looked at to tell people how it stands: all of it, or some of its pages where counting would take
 * minutes. What is carried out is always counted in full.
 *
 * @param percent of the table's pages
 */
record Sampling(double percent) {
    static final Sampling ALL = new Sampling(100);

    /** @param most rows by the server's estimate up to which all are looked at; of more, about a quarter as many */
    static Sampling of(Relation relation, long most) {
        double rows = relation.estimatedRows();
        return rows <= most ? ALL : new Sampling(25 * most / rows);
    }

    boolean partial() {
        return percent < 100;
    }

    /** After the table's alias; the same pages each time, so that numbers do not jump. */
    Sql clause() {
        return Sql.of(partial() ? String.format(Locale.ROOT, "TABLESAMPLE SYSTEM (%.6f) REPEATABLE (1)", percent) : "");
    }

    /** Rows of the whole table, for so many that were found. */
    long scaled(long found) {
        return partial() ? Math.round(found * 100 / percent) : found;
    }
}
