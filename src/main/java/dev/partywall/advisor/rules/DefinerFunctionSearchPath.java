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

/** A SECURITY DEFINER function whose names are looked up along a path the caller can steer. */
public final class DefinerFunctionSearchPath implements Rule {
    @Override
    public String id() {
        return "secdef-search-path";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        DefinerFunctions definers = new DefinerFunctions(landscape);
        NameLookup lookup = new NameLookup(landscape);
        return Stream.concat(
                        definers.callable(),
                        definers.firedBy(table -> landscape.reach().mayWrite(table)))
                .distinct()
                .filter(function -> !landscape.reach().uses(function.owner()))
                .flatMap(function -> judge(landscape, lookup, function))
                .toList();
    }

    private Stream<Finding> judge(Landscape landscape, NameLookup lookup, Function function) {
        if (lookup.isBoundAtCreation(function)) {
            return Stream.empty();
        }
        return switch (lookup.of(function)) {
            case PINNED -> Stream.empty();
            case FREE ->
                Stream.of(finding(
                        landscape,
                        lookup,
                        function,
                        lookup.hasLooseNames(function) ? Severity.HIGH : Severity.LOW,
                        "It has no search_path of its own, so names in it are looked up along the caller's."));
            case WRITABLE ->
                Stream.of(finding(
                        landscape,
                        lookup,
                        function,
                        Severity.HIGH,
                        "Its search_path holds a schema in which the app role may create objects."));
            case TEMPORARY_FIRST ->
                Stream.of(
                        finding(
                                landscape,
                                lookup,
                                function,
                                Severity.MEDIUM,
                                "Its search_path does not name pg_temp, so temporary tables of the caller come before the intended ones."));
        };
    }

    private Finding finding(Landscape landscape, NameLookup lookup, Function function, Severity severity, String why) {
        return new Finding(
                id(),
                severity,
                Direction.FAIL_OPEN,
                ObjectRef.function(function),
                "The caller can steer what " + function.signature() + " runs",
                why + " What the caller puts in front runs with the rights of " + function.owner() + ".",
                "proconfig is " + function.settings() + "; " + landscape.reach().app() + " may have it run.",
                "ALTER " + DefinerFunctions.word(function) + " " + function.signature() + " SET search_path = "
                        + lookup.safePath(function) + ";");
    }
}
