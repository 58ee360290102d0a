package dev.partywall.ui.roles;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Membership;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.Role;
import dev.partywall.catalog.RoleSetting;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;

/** One role in full: attributes, what it may become, what it owns, what it was granted, its settings. */
final class Portrait {
    private static final Set<Privilege> PAST_ROW_SECURITY =
            EnumSet.of(Privilege.TRUNCATE, Privilege.REFERENCES, Privilege.TRIGGER, Privilege.MAINTAIN);

    private static final int MOST = 100;

    private Portrait() {}

    static List<Node> of(Inspection found, Role role) {
        List<Node> parts = new ArrayList<>();
        parts.add(attributes(role));
        parts.add(memberships(found, role));
        parts.add(grants(found.snapshot(), role));
        settings(found.snapshot(), role, parts);
        return parts;
    }

    private static Node attributes(Role role) {
        FlowPane badges = new FlowPane(6, 6);
        badge(badges, role.login(), "LOGIN", "NOLOGIN", "plain");
        badge(badges, role.superuser(), "SUPERUSER", "NOSUPERUSER", "bad");
        badge(badges, role.bypassRls(), "BYPASSRLS", "NOBYPASSRLS", "bad");
        badge(badges, role.createRole(), "CREATEROLE", "NOCREATEROLE", "warn");
        badge(badges, role.createDb(), "CREATEDB", "NOCREATEDB", "plain");
        badge(badges, role.inherit(), "INHERIT", "NOINHERIT", "plain");
        badge(badges, role.replication(), "REPLICATION", "NOREPLICATION", "warn");
        return new Card(
                Words.section(role.name()),
                badges,
                Words.text(
                        Texts.say(role.superuser() || role.bypassRls() ? "roles.bypasses" : "roles.obeys"), "muted"));
    }

    private static void badge(FlowPane badges, boolean has, String yes, String no, String tone) {
        badges.getChildren().add(new Badge(has ? yes : no, has ? tone : "off"));
    }

    private static Node memberships(Inspection found, Role role) {
        Set<String> reachable = new TreeSet<>(found.access().canBecome(role.name()));
        Card box = new Card(Words.section(Texts.say("roles.become")));
        box.getChildren()
                .add(Words.text(
                        reachable.isEmpty()
                                ? Texts.say("roles.become.none", role.name())
                                : Texts.say("roles.become.some", role.name(), String.join(", ", reachable))));
        for (Membership membership : found.snapshot().memberships()) {
            if (membership.member().equals(role.name())) {
                box.getChildren().add(Words.text("• " + sentence(membership), "muted"));
            }
        }
        return box;
    }

    private static String sentence(Membership membership) {
        String inherits = Texts.say(membership.inherit() ? "roles.inherits" : "roles.inherits.not");
        String sets = Texts.say(membership.set() ? "roles.sets" : "roles.sets.not");
        String admin = membership.admin() ? ", " + Texts.say("roles.admin") : "";
        return Texts.say("roles.member", membership.role()) + ": " + inherits + ", " + sets + admin;
    }

    private static Node grants(CatalogSnapshot snapshot, Role role) {
        Map<Relation, Set<Privilege>> held = new LinkedHashMap<>();
        for (Relation relation : snapshot.relations()) {
            Set<Privilege> privileges = relation.grants().stream()
                    .filter(grant -> grant.grantee().equals(role.name()))
                    .map(Grant::privilege)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Privilege.class)));
            if (!privileges.isEmpty()) {
                held.put(relation, privileges);
            }
        }
        Card box = new Card(Words.section(Texts.say("roles.grants")));
        if (held.isEmpty()) {
            box.getChildren().add(Words.text(Texts.say("roles.grants.none", role.name()), "muted"));
        } else {
            box.getChildren().addAll(Words.text(Texts.say("roles.grants.text"), "caption"), table(held));
        }
        return box;
    }

    private static GridPane table(Map<Relation, Set<Privilege>> held) {
        GridPane grid = new GridPane(14, 6);
        int row = 0;
        for (Map.Entry<Relation, Set<Privilege>> entry :
                held.entrySet().stream().limit(MOST).toList()) {
            FlowPane badges = new FlowPane(5, 4);
            entry.getValue()
                    .forEach(privilege -> badges.getChildren()
                            .add(new Badge(
                                    privilege.name(), PAST_ROW_SECURITY.contains(privilege) ? "warn" : "plain")));
            grid.addRow(row++, Words.text(entry.getKey().name().toString()), badges);
        }
        if (held.size() > MOST) {
            grid.addRow(row, Words.text(Texts.say("roles.more", held.size() - MOST), "muted"));
        }
        return grid;
    }

    private static void settings(CatalogSnapshot snapshot, Role role, List<Node> parts) {
        List<RoleSetting> settings = snapshot.settings().stream()
                .filter(setting -> role.name().equals(setting.role()))
                .toList();
        if (!settings.isEmpty()) {
            Card box = new Card(Words.section(Texts.say("roles.settings")));
            settings.forEach(
                    setting -> box.getChildren().add(Words.text(setting.name() + " = " + setting.value(), "mono")));
            parts.add(box);
        }
    }
}
