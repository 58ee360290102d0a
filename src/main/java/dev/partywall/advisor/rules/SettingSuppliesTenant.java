package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Nobody;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.RoleSetting;
import java.util.List;

/** ALTER ROLE or ALTER DATABASE gives sessions a tenant that nobody chose. */
public final class SettingSuppliesTenant implements Rule {
    @Override
    public String id() {
        return "context-role-default";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return inspection.snapshot().settings().stream()
                .filter(setting -> isTenantSetting(landscape, setting) && !Nobody.is(setting.value()))
                .filter(setting -> setting.role() == null || setting.role().equals(inspection.appRole()))
                .filter(setting -> !inspection.tenancy().systemTenants().contains(setting.value()))
                .map(setting -> finding(inspection, setting))
                .toList();
    }

    private static boolean isTenantSetting(Landscape landscape, RoleSetting setting) {
        return landscape.tenancy().settings().keySet().stream().anyMatch(name -> name.equalsIgnoreCase(setting.name()));
    }

    private Finding finding(Inspection inspection, RoleSetting setting) {
        String whose = setting.role() == null ? "every role in this database" : "role " + setting.role();
        return new Finding(
                        id(),
                        Severity.HIGH,
                        Direction.FAIL_OPEN,
                        object(inspection, setting),
                        "Sessions of " + whose + " start with a tenant that nobody chose",
                        "A session in which the tenant was forgotten, or reset, is not nobody's: it reads and writes as tenant "
                                + setting.value() + ".",
                        "pg_db_role_setting: " + setting.name() + " = " + setting.value() + ".",
                        reset(inspection, setting))
                .about(setting.name());
    }

    private static ObjectRef object(Inspection inspection, RoleSetting setting) {
        return setting.role() == null
                ? new ObjectRef(
                        ObjectRef.Kind.DATABASE,
                        null,
                        null,
                        inspection.snapshot().database())
                : ObjectRef.role(setting.role());
    }

    static String reset(Inspection inspection, RoleSetting setting) {
        String database = Identifiers.quote(inspection.snapshot().database());
        String what = setting.role() == null
                ? (setting.inThisDatabase() ? "DATABASE " + database : "ROLE ALL")
                : "ROLE " + Identifiers.quote(setting.role())
                        + (setting.inThisDatabase() ? " IN DATABASE " + database : "");
        return "ALTER " + what + " RESET " + setting.name() + ";";
    }
}
