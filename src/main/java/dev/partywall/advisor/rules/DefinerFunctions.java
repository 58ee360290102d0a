package dev.partywall.advisor.rules;

import dev.partywall.advisor.Exposure;
import dev.partywall.advisor.Filtering;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.TenantFilter;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.Trigger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The SECURITY DEFINER functions that the app role can have run, and what they reach. */
final class DefinerFunctions {
    private final Landscape landscape;
    private final TenantFilter filter;
    private final Exposure exposure;

    DefinerFunctions(Landscape landscape) {
        this.landscape = landscape;
        this.filter = new TenantFilter(landscape);
        this.exposure = new Exposure(landscape, filter);
    }

    /** Those it may call. Trigger functions cannot be called. */
    Stream<Function> callable() {
        return landscape.snapshot().functions().stream()
                .filter(Function::securityDefiner)
                .filter(function -> !returnsTrigger(function))
                .filter(function -> landscape.reach().mayCall(function));
    }

    /** Those that fire when it writes to such a table. */
    Stream<Function> firedBy(Predicate<Relation> table) {
        return landscape.relations().stream()
                .filter(relation -> !relation.triggers().isEmpty())
                .filter(table)
                .flatMap(relation -> relation.triggers().stream())
                .filter(Trigger::enabled)
                .flatMap(trigger -> landscape.function(trigger.function()).stream())
                .filter(Function::securityDefiner);
    }

    Filtering filtering(Function function) {
        return filter.of(function, exposure.openTo(function.owner()));
    }

    static boolean returnsTrigger(Function function) {
        return function.returns() != null && function.returns().endsWith("trigger");
    }

    /** What ALTER and GRANT call it. */
    static String word(Function function) {
        return switch (function.kind()) {
            case PROCEDURE -> "PROCEDURE";
            case AGGREGATE -> "AGGREGATE";
            case FUNCTION, WINDOW -> "FUNCTION";
        };
    }
}
