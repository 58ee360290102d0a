package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.ObjectRef;
import java.util.List;
import java.util.stream.Stream;

/** A SECURITY DEFINER function that works on tenants' rows past row security without keeping to the session's tenant. */
public final class DefinerFunctionUnfiltered implements Rule {
    @Override
    public String id() {
        return "secdef-unfiltered";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        DefinerFunctions definers = new DefinerFunctions(landscape);
        return Stream.concat(
                        definers.callable(),
                        definers.firedBy(table -> landscape.reach().mayWrite(table)))
                .distinct()
                .flatMap(function -> judge(landscape, definers, function))
                .toList();
    }

    private Stream<Finding> judge(Landscape landscape, DefinerFunctions definers, Function function) {
        return switch (definers.filtering(function)) {
            case UNTOUCHED, FILTERED -> Stream.empty();
            case UNDECIDED ->
                Stream.of(finding(
                        landscape,
                        function,
                        Severity.INFO,
                        "Whether it keeps to the session's tenant cannot be told by reading it: look at it."));
            case BY_ARGUMENT ->
                Stream.of(
                        finding(
                                landscape,
                                function,
                                Severity.CRITICAL,
                                "The tenant is an argument: each caller may name any tenant, and the function does not check it."));
            case UNFILTERED ->
                Stream.of(finding(
                        landscape,
                        function,
                        Severity.CRITICAL,
                        "Nothing in it compares a row's tenant with the session's."));
        };
    }

    private Finding finding(Landscape landscape, Function function, Severity severity, String why) {
        return new Finding(
                id(),
                severity,
                Direction.FAIL_OPEN,
                ObjectRef.function(function),
                function.signature() + " works on the rows of all tenants",
                "It runs with the rights of " + function.owner() + ", whom row security does not bind. " + why,
                landscape.reach().app() + " may have it run; prosecdef is true, its owner is " + function.owner() + ".",
                "ALTER " + DefinerFunctions.word(function) + " " + function.signature() + " SECURITY INVOKER;");
    }
}
