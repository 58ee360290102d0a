package dev.partywall.ui.part;

import dev.partywall.tenancy.Tenant;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Name, id and status of a tenant; long ones are cut and shown whole in a tooltip. */
final class TenantCell extends ListCell<Tenant> {
    private final Label name = new Label();
    private final Label id = new Label();
    private final Badge status = new Badge("", "plain");
    private final HBox line;

    TenantCell() {
        id.getStyleClass().addAll("caption", "mono");
        VBox words = new VBox(name, id);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(8, words, status);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Tenant tenant, boolean empty) {
        super.updateItem(tenant, empty);
        setGraphic(empty ? null : line);
        if (!empty) {
            String label = Objects.requireNonNullElse(tenant.label(), tenant.id());
            name.setText(label);
            id.setText(tenant.id());
            status.setVisible(tenant.status() != null);
            status.setText(Objects.requireNonNullElse(tenant.status(), ""));
            setTooltip(new Tooltip(label + "\n" + tenant.id()));
        }
    }
}
