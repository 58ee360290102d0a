package dev.partywall.ui.roles;

import dev.partywall.access.Access;
import dev.partywall.access.AccessKind;
import dev.partywall.access.AccessModel;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.Role;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;

/** On which tables a role holds a privilege that policies do not filter, however it came by it. */
final class BeyondRowSecurity {
    private static final List<Privilege> PRIVILEGES =
            List.of(Privilege.TRUNCATE, Privilege.REFERENCES, Privilege.TRIGGER, Privilege.MAINTAIN);
    private static final int MOST = 100;

    private BeyondRowSecurity() {}

    /**
     * A table and the privileges.
     *
     * @param reason how it came to the first of them
     */
    private record Held(Relation table, List<Privilege> privileges, String reason) {}

    /** Filled when it was worked out: with ten thousand tables that takes a moment. */
    static Card of(Desk desk, Lane lane, Role role) {
        Card card = new Card(Words.section(Texts.say("roles.beyond")));
        if (role.superuser()) {
            card.getChildren().add(Words.text(Texts.say("roles.beyond.all", role.name()), "muted"));
            return card;
        }
        AccessModel access = desk.found().access();
        lane.start(
                Texts.say("roles.beyond.job", role.name()),
                progress -> held(access, role.name()),
                held -> fill(card, role, held));
        return card;
    }

    private static List<Held> held(AccessModel access, String role) {
        List<Held> all = new ArrayList<>();
        for (Relation table : access.snapshot().relations()) {
            if (table.isTable()) {
                List<Privilege> privileges = PRIVILEGES.stream()
                        .filter(privilege -> has(access.of(role, table.name(), privilege)))
                        .toList();
                if (!privileges.isEmpty()) {
                    all.add(new Held(table, privileges, reason(access, role, table, privileges.getFirst())));
                }
            }
        }
        return all;
    }

    private static boolean has(Access access) {
        return access.kind() == AccessKind.EVERYTHING;
    }

    private static String reason(AccessModel access, String role, Relation table, Privilege privilege) {
        return access.of(role, table.name(), privilege).path().stream()
                .filter(reason ->
                        reason.code().startsWith("grant") || reason.code().equals("owner"))
                .map(reason -> reason.text())
                .findFirst()
                .orElse("");
    }

    private static void fill(Card card, Role role, List<Held> held) {
        if (held.isEmpty()) {
            card.getChildren().add(Words.text(Texts.say("roles.beyond.none", role.name()), "muted"));
            return;
        }
        card.getChildren().add(Words.text(Texts.say("roles.beyond.text"), "caption"));
        GridPane grid = new GridPane(14, 6);
        held.stream().limit(MOST).forEach(one -> {
            FlowPane badges = new FlowPane(5, 4);
            one.privileges().forEach(privilege -> badges.getChildren().add(new Badge(privilege.name(), "warn")));
            grid.addRow(
                    grid.getRowCount(),
                    Words.text(one.table().name().toString()),
                    badges,
                    Words.text(one.reason(), "muted"));
        });
        card.getChildren().add(grid);
        if (held.size() > MOST) {
            card.getChildren().add(Words.text(Texts.say("roles.more", held.size() - MOST), "muted"));
        }
    }
}
