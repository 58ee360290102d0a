package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Nobody;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.ObjectRef;
import java.util.List;

/** A function whose own settings give it a tenant, whoever calls it. */
public final class FunctionSuppliesTenant implements Rule {
    @Override
    public String id() {
        return "context-function-default";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return inspection.snapshot().functions().stream()
                .filter(function -> landscape.reach().mayCall(function))
                .flatMap(function -> function.settings().stream()
                        .filter(setting -> suppliesTenant(inspection, setting))
                        .map(setting -> finding(function, setting)))
                .toList();
    }

    private static boolean suppliesTenant(Inspection inspection, String setting) {
        int equals = setting.indexOf('=');
        String name = setting.substring(0, Math.max(0, equals));
        String value = setting.substring(equals + 1).replace("\"", "").strip();
        return !Nobody.is(value)
                && inspection.tenancy().settings().keySet().stream().anyMatch(name::equalsIgnoreCase)
                && !inspection.tenancy().systemTenants().contains(value);
    }

    private Finding finding(Function function, String setting) {
        return new Finding(
                id(),
                Severity.HIGH,
                Direction.FAIL_OPEN,
                ObjectRef.function(function),
                function.signature() + " runs as one fixed tenant",
                "While it runs, the session is that tenant's, whoever called it: it shows and changes that tenant's rows.",
                "proconfig holds " + setting + ".",
                "ALTER " + DefinerFunctions.word(function) + " " + function.signature() + " RESET "
                        + setting.substring(0, setting.indexOf('=')) + ";");
    }
}
