package dev.partywall.ui.overview;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Attestation;
import dev.partywall.ui.Screen;
import dev.partywall.ui.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the checklist.
 *
 * @param screen where one sees more of it
 */
record Check(boolean well, String text, Screen screen) {
    static List<Check> of(Inspection found) {
        List<Check> checks = new ArrayList<>();
        Attestation app = found.app();
        checks.add(new Check(
                !app.superuser() && !app.bypassRls(),
                Texts.say(
                        !app.superuser() && !app.bypassRls() ? "check.app.bound" : "check.app.free", app.currentUser()),
                Screen.ROLES));
        bypass(found, checks);
        settings(found, checks);
        tables(found, checks);
        return checks;
    }

    private static void bypass(Inspection found, List<Check> checks) {
        Attestation bypass = found.bypass();
        if (bypass == null) {
            checks.add(new Check(false, Texts.say("check.bypass.none"), Screen.ROLES));
        } else {
            boolean free = bypass.bypassRls() || bypass.superuser();
            checks.add(new Check(
                    free,
                    Texts.say(free ? "check.bypass.free" : "check.bypass.bound", bypass.currentUser()),
                    Screen.ROLES));
        }
    }

    private static void settings(Inspection found, List<Check> checks) {
        List<String> names = List.copyOf(found.tenancy().settings().keySet());
        boolean logins = !found.tenancy().loginRoles().isEmpty();
        checks.add(new Check(
                logins || !names.isEmpty(),
                logins
                        ? Texts.say("check.setting.logins")
                        : names.isEmpty()
                                ? Texts.say("check.setting.none")
                                : Texts.say("check.setting", String.join(", ", names)),
                Screen.POLICIES));
        var registry = found.tenancy().registry();
        checks.add(new Check(
                registry != null,
                registry == null ? Texts.say("check.registry.none") : Texts.say("check.registry", registry.table()),
                Screen.BROWSE));
    }

    private static void tables(Inspection found, List<Check> checks) {
        List<Relation> tenantTables = tenantTables(found);
        long secured = tenantTables.stream().filter(Relation::rowSecurity).count();
        long forced = tenantTables.stream().filter(Relation::forced).count();
        long without = tenantTables.stream()
                .filter(table -> table.rowSecurity() && table.policies().isEmpty())
                .count();
        checks.add(new Check(
                secured == tenantTables.size(),
                Texts.say("check.secured", secured, tenantTables.size()),
                Screen.POLICIES));
        checks.add(new Check(
                forced == tenantTables.size(),
                Texts.say("check.forced", forced, tenantTables.size()),
                Screen.POLICIES));
        checks.add(new Check(
                without == 0,
                without == 0 ? Texts.say("check.policyless.none") : Texts.count("check.policyless", without),
                Screen.POLICIES));
    }

    /** The tables that tell tenants apart. */
    static List<Relation> tenantTables(Inspection found) {
        return found.snapshot().relations().stream()
                .filter(Relation::isTable)
                .filter(table -> found.tenancy().columnOf(table.name()).isPresent())
                .toList();
    }
}
