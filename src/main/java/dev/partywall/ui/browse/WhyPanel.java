package dev.partywall.ui.browse;

import dev.partywall.browse.Explanation;
import dev.partywall.browse.Filter;
import dev.partywall.browse.Viewers;
import dev.partywall.browse.WhoSees;
import dev.partywall.browse.Why;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.TenantPicker;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Why a row is seen, and may be changed, or not: the verdict first, then everything that led to it. */
final class WhyPanel extends VBox {
    private static final int MOST_TENANTS = 200;

    private final Desk desk;
    private final Lane lane;
    private final Lane viewing;
    private final Button who = new Button();
    private final ToggleGroup commands = new ToggleGroup();
    private final ScrollPane content = new ScrollPane();
    private final ProgressBar busy = new ProgressBar();
    private @Nullable Lens chosen;
    private @Nullable Relation relation;
    private List<Filter> key = List.of();
    private @Nullable Explanation shown;

    WhyPanel(Desk desk) {
        super(8);
        this.desk = desk;
        this.lane = desk.work().lane();
        this.viewing = desk.work().lane();
        getStyleClass().add("side-page");
        setId("why");
        TenantPicker picker = new TenantPicker(desk, id -> look(new Lens.Tenant(id)));
        who.setId("why-who");
        who.setMnemonicParsing(false);
        who.setGraphic(Icons.of(Feather.USER));
        who.setMaxWidth(Double.MAX_VALUE);
        who.setTooltip(new Tooltip(Texts.say("why.who.tip")));
        who.setOnAction(event -> picker.open(who));
        content.setFitToWidth(true);
        content.getStyleClass().add("clear");
        setVgrow(content, Priority.ALWAYS);
        busy.getStyleClass().add("thin");
        busy.setMaxWidth(Double.MAX_VALUE);
        busy.setPrefHeight(3);
        busy.setMinHeight(3);
        busy.visibleProperty().bind(lane.busyProperty().or(viewing.busyProperty()));
        getChildren().addAll(new FlowPane(8, 8, commandButtons(), who), busy, content);
        desk.lens().subscribe(lens -> follow());
        nothing();
    }

    private HBox commandButtons() {
        HBox buttons = new HBox();
        List<Privilege> all = List.of(Privilege.SELECT, Privilege.UPDATE, Privilege.DELETE);
        for (Privilege command : all) {
            String word = command.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(Texts.say("why.command." + word));
            button.getStyleClass()
                    .add(
                            command == all.getFirst()
                                    ? "left-pill"
                                    : command == all.getLast() ? "right-pill" : "center-pill");
            button.getStyleClass().add("small");
            button.setToggleGroup(commands);
            button.setUserData(command);
            button.setId("why-" + word);
            button.setOnAction(event -> {
                button.setSelected(true);
                draw();
            });
            buttons.getChildren().add(button);
        }
        commands.selectToggle(commands.getToggles().getFirst());
        return buttons;
    }

    void nothing() {
        lane.cancel();
        viewing.cancel();
        key = List.of();
        shown = null;
        put(new Empty(Feather.HELP_CIRCLE, Texts.say("why.none"), Texts.say("why.none.text")));
    }

    void stop() {
        lane.cancel();
        viewing.cancel();
    }

    /** The lens changed: the question is asked again for whoever looks now. */
    private void follow() {
        chosen = desk.lens().get() instanceof Lens.Everyone
                ? chosen
                : desk.lens().get();
        name();
        if (!key.isEmpty() && getScene() != null) {
            ask();
        }
    }

    private void look(Lens through) {
        chosen = through;
        name();
        ask();
    }

    private void name() {
        who.setText(
                switch (chosen) {
                    case Lens.Tenant tenant -> Texts.say("why.who", desk.nameOf(tenant.id()));
                    case Lens.Nobody nobody -> Texts.say("why.who", Texts.say("compare.nobody"));
                    case Lens.Everyone everyone -> Texts.say("lens.tenant.none");
                    case null -> Texts.say("lens.tenant.none");
                });
    }

    /** A row was chosen: explained at once, where there is a bypass role to look with. */
    void offer(Relation of, List<Filter> row) {
        explain(of, row);
    }

    void explain(Relation of, List<Filter> row) {
        relation = of;
        key = row;
        ask();
    }

    private void ask() {
        Lens lens = chosen;
        Relation of = relation;
        shown = null;
        if (!desk.link().hasBypass()) {
            put(new Empty(Feather.LOCK, Texts.say("why.nobypass"), Texts.say("why.nobypass.text")));
        } else if (key.isEmpty()) {
            put(new Empty(Feather.KEY, Texts.say("why.nokey"), Texts.say("why.nokey.text")));
        } else if (lens == null || lens instanceof Lens.Everyone) {
            put(new Empty(Feather.USER, Texts.say("why.nolens"), Texts.say("why.nolens.text")));
        } else if (of != null) {
            List<Filter> row = key;
            lane.start(
                    Texts.say("why.job", of.name().name()),
                    progress -> new Why(desk.link().stoppedBy(progress.cancellation()), desk.found())
                            .explain(of.name(), row, lens, 1)
                            .getFirst(),
                    this::explained,
                    this::complain);
        }
    }

    private void complain(Trouble trouble) {
        put(new Empty(Feather.ALERT_TRIANGLE, trouble.message(), trouble.nextStep()));
    }

    private void explained(Explanation found) {
        shown = found;
        draw();
    }

    private void draw() {
        Explanation found = shown;
        if (found != null && commands.getSelectedToggle() != null) {
            Privilege command = (Privilege) commands.getSelectedToggle().getUserData();
            Button viewers = new Button(Texts.say("why.viewers"), Icons.of(Feather.USERS));
            viewers.setId("why-viewers");
            viewers.setOnAction(event -> findViewers(found));
            WhyText text = new WhyText(desk, found, command);
            VBox box = text.box();
            box.getChildren().add(viewers);
            put(box);
        }
    }

    private void findViewers(Explanation found) {
        List<Filter> row = key;
        viewing.start(
                Texts.say("why.viewers.job"),
                progress -> new WhoSees(desk.link().stoppedBy(progress.cancellation()), desk.found())
                        .of(found.table(), row, MOST_TENANTS),
                viewers -> showViewers(found, viewers),
                this::complain);
    }

    private void showViewers(Explanation found, Viewers viewers) {
        if (found == shown && content.getContent() instanceof VBox box) {
            box.getChildren().removeLast();
            box.getChildren().add(new ViewersList(desk, viewers));
        }
    }

    private void put(Node node) {
        content.setContent(node);
        content.setVvalue(0);
    }
}
