package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.DefaultPrivilege;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.RoleSetting;
import dev.partywall.catalog.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What differs around the relations: settings that come with a login, default privileges, privileges on schemas. */
final class SettingDiff {
    private SettingDiff() {}

    static void compare(CatalogSnapshot before, CatalogSnapshot after, List<Change> changes) {
        Map<String, String> was = settings(before);
        Map<String, String> is = settings(after);
        for (String name : union(was.keySet(), is.keySet())) {
            String old = was.getOrDefault(name, Change.ABSENT);
            String now = is.getOrDefault(name, Change.ABSENT);
            if (!old.equals(now)) {
                changes.add(Change.replaced(null, "setting " + name, old, now));
            }
        }
        toggled(schemaGrants(before), schemaGrants(after), changes);
        toggled(defaults(before), defaults(after), changes);
    }

    private static Map<String, String> settings(CatalogSnapshot snapshot) {
        return snapshot.settings().stream()
                .collect(Collectors.toMap(SettingDiff::owner, RoleSetting::value, (one, other) -> one, TreeMap::new));
    }

    private static String owner(RoleSetting setting) {
        return setting.name() + " of " + (setting.role() == null ? "every role" : setting.role())
                + (setting.inThisDatabase() ? " in this database" : "");
    }

    private static void toggled(Set<String> before, Set<String> after, List<Change> changes) {
        for (String one : union(before, after)) {
            if (before.contains(one) != after.contains(one)) {
                changes.add(Change.toggled(after.contains(one), null, null, one));
            }
        }
    }

    private static Set<String> schemaGrants(CatalogSnapshot snapshot) {
        Set<String> all = new TreeSet<>();
        for (Schema schema : snapshot.schemas()) {
            schema.grants().forEach(grant -> all.add(words(grant) + " on schema " + schema.name()));
        }
        return all;
    }

    private static Set<String> defaults(CatalogSnapshot snapshot) {
        Set<String> all = new TreeSet<>();
        for (DefaultPrivilege it : snapshot.defaultPrivileges()) {
            all.add("default " + words(it.grant()) + " on new objects of kind " + it.objectKind() + " made by "
                    + it.role() + (it.schema() == null ? "" : " in schema " + it.schema()));
        }
        return all;
    }

    private static String words(Grant grant) {
        return grant.privilege() + " granted to " + (grant.toPublic() ? "PUBLIC" : grant.grantee());
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
