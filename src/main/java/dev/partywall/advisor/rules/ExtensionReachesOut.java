package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.ObjectRef;
import java.util.List;
import java.util.Set;

/** An extension that opens connections of its own is installed. */
public final class ExtensionReachesOut implements Rule {
    @Override
    public String id() {
        return "extension-reaches-out";
    }

    private static final Set<String> OUTWARD =
            Set.of("dblink", "postgres_fdw", "file_fdw", "adminpack", "plpython3u", "plperlu");

    @Override
    public List<Finding> check(Inspection inspection) {
        return inspection.snapshot().extensions().stream()
                .filter(OUTWARD::contains)
                .map(extension -> finding(inspection, extension))
                .toList();
    }

    private Finding finding(Inspection inspection, String extension) {
        return new Finding(
                        id(),
                        Severity.INFO,
                        Direction.NEUTRAL,
                        new ObjectRef(
                                ObjectRef.Kind.DATABASE,
                                null,
                                null,
                                inspection.snapshot().database()),
                        "The extension " + extension + " is installed",
                        "It reaches other servers or files. A connection back to this database as another role would not be the app role's, "
                                + "and row security would follow that role.",
                        "pg_extension lists " + extension + ".",
                        "Revoke EXECUTE on its functions, or USAGE on its servers, from PUBLIC and the app role; or drop it if unused.")
                .about(extension);
    }
}
