package dev.partywall.advisor;

import java.util.List;
import java.util.Optional;

/** The list of all rules, in the order in which they are explained. A new rule is one line here. */
public final class Rules {
    private static final List<Rule> ALL = List.of();

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }

    public static Optional<Rule> named(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
