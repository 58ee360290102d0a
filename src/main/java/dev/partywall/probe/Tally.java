package dev.partywall.probe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many rows of which tenant a relation shows to one session: to the bypass role all of them.
 *
 * @param rows by tenant; rows without a tenant under {@link #NOBODY}
 * @param capped whether there are more than were counted
 */
public record Tally(Map<String, Long> rows, boolean capped) {
    /** Stands for no tenant: no text of the server has this character. */
    public static final String NOBODY = "\u0000";

    /** So many rows of one relation are counted before the count goes by tenant. */
    public static final int CAP = 50_000;

    public Tally {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    public static Tally none() {
        return new Tally(Map.of(), false);
    }

    public long of(String tenant) {
        return rows.getOrDefault(tenant, 0L);
    }

    public long total() {
        return beyond(Set.of());
    }

    /** Rows of all but these owners. */
    public long beyond(Set<String> owners) {
        return rows.entrySet().stream()
                .filter(entry -> !owners.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The first tenant with rows, other than these. */
    public Optional<String> firstBeyond(Set<String> owners) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .filter(owner -> !owners.contains(owner) && !owner.equals(NOBODY))
                .sorted()
                .findFirst();
    }

    /** The owners for people: {@code 3 of globex, 2 of initech, 1 of nobody}, at most three of them. */
    public String listed(Set<String> without) {
        var foreign = rows.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()) && entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        String first = foreign.stream()
                .limit(3)
                .map(entry -> entry.getValue() + " of " + name(entry.getKey()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
        return foreign.size() > 3 ? first + " and others" : first;
    }

    private static String name(String owner) {
        return owner.equals(NOBODY) ? "no tenant" : owner;
    }
}
