package dev.partywall.tenancy;

import dev.partywall.expression.TenantComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which setting tells the tenant: the one that most tables compare a column with, told apart from users and switches. */
final class SettingDetection {
    private final Observations observations;

    /**
     * A setting and how much speaks for it.
     *
     * @param name as policies write it
     * @param claim the path inside a JSON document; empty when the setting is the tenant itself
     */
    record Candidate(String name, List<String> claim, Set<Object> tables, int defaults) {
        int score() {
            return 10 * tables.size() + 4 * defaults + 15 * hint();
        }

        /** Whether its name speaks of a person or a switch rather than of a tenant. */
        boolean namesPerson() {
            return hint() < 0;
        }

        private int hint() {
            return NameHints.tenant(claim.isEmpty() ? name.substring(name.indexOf('.') + 1) : claim.getLast());
        }

        /** The template of its value. */
        String template() {
            String value = "{tenant}";
            for (String step : claim.reversed()) {
                value = "{\"" + step.replace("\\", "\\\\").replace("\"", "\\\"") + "\": "
                        + (value.startsWith("{\"") ? value : "\"" + value + "\"") + "}";
            }
            return value;
        }
    }

    SettingDetection(Observations observations) {
        this.observations = observations;
    }

    /** The best first. */
    List<Candidate> candidates() {
        Map<List<Object>, Candidate> found = new LinkedHashMap<>();
        for (Observations.Comparison comparison : observations.comparisons()) {
            TenantComparison what = comparison.what();
            String setting = what.setting();
            if (setting != null && setting.contains(".") && what.fedColumn() == null) {
                candidate(found, setting, what.claim()).tables().add(comparison.policyOf());
            }
        }
        Map<String, Integer> defaults = new HashMap<>();
        observations.defaults().forEach(read -> defaults.merge(read.setting(), 1, Integer::sum));
        List<Candidate> all = new ArrayList<>();
        found.values()
                .forEach(c ->
                        all.add(new Candidate(c.name(), c.claim(), c.tables(), defaults.getOrDefault(c.name(), 0))));
        if (all.isEmpty()) {
            defaults.forEach((name, count) -> all.add(new Candidate(name, List.of(), Set.of(), count)));
        }
        all.sort(Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::name));
        return all;
    }

    private static Candidate candidate(Map<List<Object>, Candidate> found, String setting, List<String> claim) {
        return found.computeIfAbsent(List.of(setting, claim), key -> new Candidate(setting, claim, new HashSet<>(), 0));
    }

    /** The chosen setting, if any speaks of tenants at all. */
    Optional<Candidate> chosen() {
        return candidates().stream().filter(candidate -> candidate.score() > 0).findFirst();
    }

    /** Settings that stand in for the chosen one inside the same comparisons: COALESCE of two, say. */
    List<Candidate> companions(Candidate chosen) {
        Set<Object> sides = new HashSet<>();
        for (Observations.Comparison comparison : observations.comparisons()) {
            if (chosen.name().equals(comparison.what().setting())) {
                sides.add(comparison.what().settingSide());
            }
        }
        return candidates().stream()
                .filter(candidate -> !candidate.name().equals(chosen.name()))
                .filter(candidate -> NameHints.tenant(
                                candidate.name().substring(candidate.name().indexOf('.') + 1))
                        >= 0)
                .filter(candidate -> observations.comparisons().stream()
                        .map(Observations.Comparison::what)
                        .filter(what -> candidate.name().equals(what.setting()))
                        .allMatch(what -> sides.contains(what.settingSide())))
                .toList();
    }

    /** A setting that only functions read, where its name speaks of tenants. */
    Optional<String> inFunctions() {
        return observations.inFunctions().stream()
                .filter(name -> name.contains(".") && NameHints.tenant(name.substring(name.indexOf('.') + 1)) > 0)
                .findFirst();
    }
}
