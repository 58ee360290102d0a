package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Filtering;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import java.util.List;
import java.util.Locale;

/** A SECURITY DEFINER function that works on tenants' rows and that everybody may execute, as is the default. */
public final class DefinerFunctionOpenToPublic implements Rule {
    @Override
    public String id() {
        return "secdef-public-execute";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        DefinerFunctions definers = new DefinerFunctions(landscape);
        return definers.callable()
                .filter(DefinerFunctionOpenToPublic::isOpen)
                .filter(function -> definers.filtering(function) != Filtering.UNTOUCHED)
                .map(function -> finding(landscape, function, definers.filtering(function)))
                .toList();
    }

    private static boolean isOpen(Function function) {
        return function.grants().stream().anyMatch(grant -> grant.toPublic() && grant.privilege() == Privilege.EXECUTE);
    }

    private Finding finding(Landscape landscape, Function function, Filtering filtering) {
        String what = DefinerFunctions.word(function) + " " + function.signature();
        return new Finding(
                id(),
                filtering.isHole() ? Severity.HIGH : Severity.INFO,
                Direction.FAIL_OPEN,
                ObjectRef.function(function),
                "Everybody may execute " + function.signature(),
                "EXECUTE goes to PUBLIC when a function is made, and this one runs with the rights of "
                        + function.owner() + " on tenants' rows.",
                "PUBLIC holds EXECUTE; what it reaches is "
                        + filtering.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".",
                "REVOKE EXECUTE ON " + what + " FROM PUBLIC;" + keep(landscape, what, filtering));
    }

    /** A function that keeps to the tenant stays the app role's to call. */
    private static String keep(Landscape landscape, String what, Filtering filtering) {
        return filtering.isHole()
                ? ""
                : "\nGRANT EXECUTE ON " + what + " TO "
                        + Identifiers.quote(landscape.reach().app()) + ";";
    }
}
