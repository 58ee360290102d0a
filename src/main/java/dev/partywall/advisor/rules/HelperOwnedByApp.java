package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Schema;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A function that policies rely on belongs to the app role, which can rewrite it. */
public final class HelperOwnedByApp implements Rule {
    @Override
    public String id() {
        return "policy-helper-owned";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        String policies = landscape.tables().stream()
                .flatMap(table -> table.policies().stream())
                .map(policy -> policy.using() + " " + policy.withCheck())
                .distinct()
                .collect(Collectors.joining("\n"));
        return inspection.snapshot().functions().stream()
                .filter(function -> landscape.reach().uses(function.owner()))
                .filter(function -> isCalled(function, policies))
                .map(function -> finding(landscape, function))
                .toList();
    }

    private static boolean isCalled(Function function, String policies) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(Identifiers.quote(function.name())) + "\\(")
                .matcher(policies)
                .find();
    }

    private Finding finding(Landscape landscape, Function function) {
        String owner = landscape.snapshot().schemas().stream()
                .filter(schema -> schema.name().equals(function.schema()))
                .map(Schema::owner)
                .filter(name -> !landscape.reach().uses(name) && !name.startsWith("pg_"))
                .findFirst()
                .orElse(landscape.snapshot().databaseOwner());
        return new Finding(
                id(),
                Severity.HIGH,
                Direction.FAIL_OPEN,
                ObjectRef.function(function),
                "Policies rely on " + function.signature() + ", which the app role owns",
                "CREATE OR REPLACE FUNCTION lets the owner make it answer with any tenant, and every policy that calls it follows.",
                "pg_proc.proowner is " + function.owner() + ".",
                "ALTER FUNCTION " + function.signature() + " OWNER TO " + Identifiers.quote(owner)
                        + ";\nGRANT EXECUTE ON FUNCTION " + function.signature() + " TO "
                        + Identifiers.quote(landscape.reach().app()) + ";");
    }
}
