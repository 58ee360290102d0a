package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.RoleSetting;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** row_security is off for the app role: every query on a protected table fails. */
public final class RowSecuritySwitchedOff implements Rule {
    @Override
    public String id() {
        return "row-security-off";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        return inspection.snapshot().settings().stream()
                .filter(setting -> setting.name().equalsIgnoreCase("row_security") && isOff(setting.value()))
                .filter(setting -> setting.role() == null || setting.role().equals(inspection.appRole()))
                .map(setting -> finding(inspection, setting))
                .toList();
    }

    private static boolean isOff(String value) {
        return Set.of("off", "false", "no", "0").contains(value.toLowerCase(Locale.ROOT));
    }

    private Finding finding(Inspection inspection, RoleSetting setting) {
        return new Finding(
                id(),
                Severity.MEDIUM,
                Direction.FAIL_CLOSED,
                setting.role() == null
                        ? new ObjectRef(
                                ObjectRef.Kind.DATABASE,
                                null,
                                null,
                                inspection.snapshot().database())
                        : ObjectRef.role(setting.role()),
                "row_security is off for " + (setting.role() == null ? "this database" : setting.role()),
                "It opens nothing: a query that row security would filter raises an error instead. "
                        + "The app fails on every protected table.",
                "pg_db_role_setting: row_security = " + setting.value() + ".",
                SettingSuppliesTenant.reset(inspection, setting));
    }
}
