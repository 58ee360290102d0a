package dev.partywall.advisor.rules;

import java.util.List;
import java.util.Map;

/**
 * A published flaw of PostgreSQL that bears on row security (postgresql.org/support/security, as read in July 2026).
 *
 * @param lifts it lets rows through that a policy withholds; otherwise it tells something of them
 * @param fixed by major version the first minor version without it; a major not named never had it
 */
record KnownFlaw(String id, boolean lifts, String what, Map<Integer, Integer> fixed) {
    static final List<KnownFlaw> ALL = List.of(
            new KnownFlaw(
                    "CVE-2025-8713",
                    false,
                    "Planner statistics let a role read sampled values that a policy withholds.",
                    Map.of(14, 19, 15, 14, 16, 10, 17, 6)),
            new KnownFlaw(
                    "CVE-2024-10976",
                    true,
                    "Policies below sub-queries, WITH and functions may be those of another role after a role change.",
                    Map.of(14, 14, 15, 9, 16, 5, 17, 1)),
            new KnownFlaw(
                    "CVE-2023-39418",
                    true,
                    "MERGE does not test new rows against UPDATE and SELECT policies.",
                    Map.of(15, 4)),
            new KnownFlaw(
                    "CVE-2023-2455",
                    true,
                    "Policies may be those of another role after a function was inlined.",
                    Map.of(14, 8, 15, 3)));

    boolean affects(int serverVersion) {
        Integer minor = fixed.get(serverVersion / 10000);
        return minor != null && serverVersion % 10000 < minor;
    }

    int fixedIn(int major) {
        return fixed.getOrDefault(major, 0);
    }
}
