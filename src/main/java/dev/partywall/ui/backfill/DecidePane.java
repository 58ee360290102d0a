package dev.partywall.ui.backfill;

import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Gap;
import dev.partywall.backfill.Proposal;
import dev.partywall.tenancy.Tenant;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Whose the rows are: the ways that suggest themselves, or one tenant for all. A person decides. */
public final class DecidePane extends VBox {
    private final Label title = Words.section("");
    private final VBox proposals = new VBox(8);
    private final ToggleGroup ways = new ToggleGroup();
    private final RadioButton fixed = new RadioButton(Texts.say("backfill.fixed"));
    private final ComboBox<Tenant> tenant = new ComboBox<>();
    private final Button preview = new Button(Texts.say("backfill.preview"), Icons.of(Feather.EYE));

    public DecidePane() {
        getStyleClass().add("card");
        fixed.setToggleGroup(ways);
        fixed.setMinWidth(USE_PREF_SIZE);
        tenant.setPrefWidth(240);
        tenant.setPromptText(Texts.say("backfill.tenant"));
        tenant.setAccessibleText(Texts.say("backfill.fixed"));
        tenant.setCellFactory(list -> new TenantChoice());
        tenant.setButtonCell(new TenantChoice());
        tenant.disableProperty().bind(fixed.selectedProperty().not());
        preview.setId("preview");
        preview.getStyleClass().add("accent");
        HBox all = new HBox(8, fixed, tenant);
        all.setAlignment(Pos.CENTER_LEFT);
        HBox last = new HBox(8, preview, Words.text(Texts.say("backfill.preview.text"), "caption"));
        last.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, proposals, all, last);
    }

    void wire(Desk desk, Lane lane, Consumer<Assignment> chosen) {
        tenant.setItems(desk.tenants());
        preview.disableProperty().bind(ways.selectedToggleProperty().isNull().or(lane.busyProperty()));
        preview.setOnAction(event -> {
            Assignment way = chosen();
            if (way != null) {
                chosen.accept(way);
            }
        });
    }

    void ask(Gap gap) {
        title.setText(Texts.say("backfill.decide", gap.withoutTenant(), gap.table()));
        proposals.getChildren().setAll(Words.text(Texts.say("backfill.proposing"), "muted"));
        ways.selectToggle(null);
    }

    /** Shows the ways, the most complete chosen already where it can assign anything. */
    void propose(List<Proposal> suggested) {
        proposals.getChildren().setAll(Ways.of(suggested, ways));
        if (!suggested.isEmpty() && suggested.getFirst().assignable() > 0) {
            Assignment best = suggested.getFirst().assignment();
            ways.getToggles().stream()
                    .filter(toggle -> best.equals(toggle.getUserData()))
                    .findFirst()
                    .ifPresent(ways::selectToggle);
        }
    }

    private @Nullable Assignment chosen() {
        if (fixed.isSelected()) {
            Tenant one = tenant.getValue();
            return one == null ? null : new Assignment.Fixed(one.id());
        }
        Toggle toggle = ways.getSelectedToggle();
        return toggle != null && toggle.getUserData() instanceof Assignment assignment ? assignment : null;
    }
}
