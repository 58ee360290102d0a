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

/** A function of this database is marked LEAKPROOF: it may see rows before row security has filtered them. */
public final class FunctionMarkedLeakproof implements Rule {
    @Override
    public String id() {
        return "leakproof-function";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return inspection.snapshot().functions().stream()
                .filter(Function::leakproof)
                .filter(function -> landscape.reach().mayCall(function))
                .map(function -> finding(landscape, function))
                .toList();
    }

    private Finding finding(Landscape landscape, Function function) {
        boolean own = landscape.reach().uses(function.owner());
        return new Finding(
                id(),
                own ? Severity.HIGH : Severity.MEDIUM,
                Direction.FAIL_OPEN,
                ObjectRef.function(function),
                function.signature() + " is marked LEAKPROOF",
                "PostgreSQL evaluates leakproof functions before the policies. One that raises an error with its argument in it, "
                        + "writes it somewhere or takes time by it shows other tenants' rows"
                        + (own ? ", and the app role can rewrite this one." : "."),
                "proleakproof is true; the language is " + function.language() + ", the owner " + function.owner()
                        + ".",
                "ALTER FUNCTION " + function.signature() + " NOT LEAKPROOF;");
    }
}
