package dev.partywall.demo;

import dev.partywall.failure.Failure;
import java.util.List;

/** The sample databases, in the order they are offered. The first is what the demo opens. */
public final class Samples {
    private static final List<Sample> ALL = List.of(
            new Sample("leaky-shop"),
            new Sample("medusa-store"),
            new Sample("widgets-saas"),
            new Sample("wizreg"),
            new Sample("article-search"),
            new Sample("orders-api"));

    private Samples() {}

    public static List<Sample> all() {
        return ALL.stream().filter(Sample::exists).toList();
    }

    /** The one a demo opens when none is named. */
    public static Sample first() {
        return ALL.getFirst();
    }

    /** @throws Failure of wrong usage when there is none of that name */
    public static Sample named(String name) {
        return all().stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage(
                        "There is no sample database named " + name + ".",
                        "Name one of "
                                + String.join(
                                        ", ", all().stream().map(Sample::name).toList()) + "."));
    }
}
