package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.DefaultPrivilege;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Objects made later go to PUBLIC, or to the app role with rights that row security does not govern. */
public final class DefaultPrivilegesTooWide implements Rule {
    @Override
    public String id() {
        return "default-privileges";
    }

    private static final Set<Privilege> BEYOND_ROW_SECURITY =
            EnumSet.of(Privilege.TRUNCATE, Privilege.REFERENCES, Privilege.TRIGGER);

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return inspection.snapshot().defaultPrivileges().stream()
                .filter(entry ->
                        entry.objectKind().equals("r") && landscape.reach().isMine(entry.grant()))
                .filter(entry -> !landscape.reach().uses(entry.role()))
                .collect(Collectors.groupingBy(DefaultPrivilegesTooWide::scope, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(scope -> finding(inspection, scope.getValue()))
                .toList();
    }

    private static String scope(DefaultPrivilege entry) {
        return entry.role() + "\u001f" + entry.schema();
    }

    private Finding finding(Inspection inspection, List<DefaultPrivilege> entries) {
        DefaultPrivilege first = entries.getFirst();
        ObjectRef object = first.schema() == null
                ? new ObjectRef(
                        ObjectRef.Kind.DATABASE,
                        null,
                        null,
                        inspection.snapshot().database())
                : new ObjectRef(ObjectRef.Kind.SCHEMA, null, null, first.schema());
        return new Finding(
                        id(),
                        severity(entries),
                        Direction.FAIL_OPEN,
                        object,
                        "Tables that " + first.role()
                                + " makes later are open to the app role before anybody protects them",
                        "A new table is granted at once and has no row security until somebody thinks of it.",
                        "ALTER DEFAULT PRIVILEGES gives "
                                + entries.stream()
                                        .map(entry -> entry.grant().privilege() + " to "
                                                + entry.grant().grantee())
                                        .collect(Collectors.joining(", "))
                                + ".",
                        entries.stream().map(DefaultPrivilegesTooWide::revoke).collect(Collectors.joining("\n")))
                .about(first.role());
    }

    private static Severity severity(List<DefaultPrivilege> entries) {
        if (entries.stream().anyMatch(entry -> entry.grant().toPublic())) {
            return Severity.MEDIUM;
        }
        return entries.stream()
                        .anyMatch(entry ->
                                BEYOND_ROW_SECURITY.contains(entry.grant().privilege()))
                ? Severity.LOW
                : Severity.INFO;
    }

    private static String revoke(DefaultPrivilege entry) {
        return "ALTER DEFAULT PRIVILEGES FOR ROLE " + Identifiers.quote(entry.role())
                + (entry.schema() == null ? "" : " IN SCHEMA " + Identifiers.quote(entry.schema())) + " REVOKE "
                + entry.grant().privilege() + " ON TABLES FROM "
                + Remedy.role(entry.grant().grantee()) + ";";
    }
}
