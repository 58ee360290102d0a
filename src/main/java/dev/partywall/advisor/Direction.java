package dev.partywall.advisor;

import java.util.Locale;

/** Who is harmed: other tenants see too much, or the tenant sees too little. */
public enum Direction {
    FAIL_OPEN,
    FAIL_CLOSED,
    NEUTRAL;

    /** As reports write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
