package dev.partywall.ui.roles;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Role;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A role with the marks that matter: app, bypass, superuser. */
final class RoleCell extends ListCell<Role> {
    private final Desk desk;
    private final Label name = new Label();
    private final HBox line = new HBox(8);

    RoleCell(Desk desk) {
        this.desk = desk;
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Role role, boolean empty) {
        super.updateItem(role, empty);
        setGraphic(empty ? null : line);
        if (!empty) {
            name.setText(role.name());
            setTooltip(new Tooltip(role.name()));
            line.getChildren().setAll(Icons.of(role.login() ? Feather.USER : Feather.USERS, "icon-plain"), name);
            mark(role);
        }
    }

    private void mark(Role role) {
        Inspection found = desk.found();
        if (role.name().equals(found.appRole())) {
            line.getChildren().add(new Badge(Texts.say("roles.app"), "good"));
        }
        if (found.bypass() != null && role.name().equals(found.bypass().currentUser())) {
            line.getChildren().add(new Badge(Texts.say("roles.bypass"), "bad"));
        }
        if (role.superuser()) {
            line.getChildren().add(new Badge(Texts.say("roles.superuser"), "warn"));
        }
    }
}
