package dev.partywall.ui.part;

import dev.partywall.failure.Failure;
import dev.partywall.tenancy.Tenant;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;

/**
 * The tenants of this database in a list that is searched by name or id and made for ten thousand of them. An id that is
 * not in the list may be typed or pasted; one that does not fit the column's type is refused here, before the server.
 */
public final class TenantPicker {
    private final Desk desk;
    private final Consumer<String> chosen;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final FilteredList<Tenant> shown;
    private final ListView<Tenant> list;
    private final Button useTyped = new Button();
    private final Label refusal = new Label();

    public TenantPicker(Desk desk, Consumer<String> chosen) {
        this.desk = desk;
        this.chosen = chosen;
        this.shown = new FilteredList<>(desk.tenants());
        this.list = new ListView<>(shown);
        build();
    }

    private void build() {
        search.setPromptText(Texts.say("tenants.search"));
        search.setAccessibleText(Texts.say("tenants.search"));
        search.setId("tenant-search");
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        list.setCellFactory(view -> new TenantCell());
        list.setFixedCellSize(46);
        list.setPrefHeight(360);
        list.setId("tenant-list");
        list.setPlaceholder(new Label(Texts.say("tenants.none")));
        list.setOnMouseClicked(event -> takeSelected());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                takeSelected();
            }
        });
        useTyped.setGraphic(Icons.of(Feather.CORNER_DOWN_LEFT));
        useTyped.getStyleClass().add("flat");
        useTyped.setMnemonicParsing(false);
        useTyped.setMaxWidth(Double.MAX_VALUE);
        useTyped.setOnAction(event -> take(search.getText().strip()));
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        VBox box = new VBox(8, search, list, useTyped, refusal);
        box.getStyleClass().addAll("picker", "floating");
        box.setPrefWidth(420);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    public void open(Node below) {
        Bounds where = below.localToScreen(below.getBoundsInLocal());
        popup.show(below, where.getMinX() - 4, where.getMaxY() + 2);
        search.clear();
        filter("");
        search.requestFocus();
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(tenant -> matches(tenant, wanted));
        boolean known = shown.stream().anyMatch(tenant -> tenant.id().equalsIgnoreCase(wanted));
        show(useTyped, !wanted.isEmpty() && !known);
        useTyped.setText(Texts.say("tenants.use", typed.strip()));
        show(refusal, false);
    }

    private static boolean matches(Tenant tenant, String wanted) {
        return tenant.id().toLowerCase(Locale.ROOT).contains(wanted)
                || tenant.label() != null
                        && tenant.label().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !search.getText().isBlank()) {
            take(shown.isEmpty() ? search.getText().strip() : shown.getFirst().id());
            event.consume();
        }
    }

    private void takeSelected() {
        Tenant tenant = list.getSelectionModel().getSelectedItem();
        if (tenant != null) {
            take(tenant.id());
        }
    }

    private void take(String id) {
        try {
            desk.checkTenant(id);
            popup.hide();
            chosen.accept(id);
        } catch (Failure refused) {
            refusal.setText(refused.getMessage() + " " + refused.nextStep());
            show(refusal, true);
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
