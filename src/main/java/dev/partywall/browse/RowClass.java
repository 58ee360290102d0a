package dev.partywall.browse;

import java.util.Locale;

/** What comparing both sides says of a row, seen from one tenant. */
public enum RowClass {
    /** Visible, and the tenant's own (or declared to be everybody's). */
    VISIBLE,
    /** Hidden: another tenant's. */
    HIDDEN_OTHER,
    /** Hidden: nobody's. */
    HIDDEN_NO_TENANT,
    /** Visible though it is not the tenant's. */
    LEAK,
    /** The tenant's own, yet not visible. */
    OVER_HIDDEN;

    /** In the command line's words: {@code over-hidden}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its word. */
    static RowClass named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
