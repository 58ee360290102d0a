package dev.partywall.ui.browse;

import dev.partywall.browse.plan.ComparedPlans;
import dev.partywall.browse.plan.Plan;
import dev.partywall.browse.plan.Plans;
import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Empty;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How the server finds the rows for the lens, beside how it would for everyone, and what the difference costs. */
final class PlanPane extends VBox {
    private final Desk desk;
    private final Lane lane;
    private final Label verdict = Words.text("", "strong");
    private final Button measure = new Button(Texts.say("plan.measure"), Icons.of(Feather.CLOCK));
    private final ProgressBar busy = new ProgressBar();
    private final ScrollPane content = new ScrollPane();
    private @Nullable Asked asked;
    private @Nullable Lens lens;

    PlanPane(Desk desk) {
        super(8);
        this.desk = desk;
        this.lane = desk.work().lane();
        setId("plans");
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setId("plan-measure");
        measure.setTooltip(new Tooltip(Texts.say("plan.measure.tip")));
        measure.setOnAction(event -> read(true));
        verdict.setId("plan-verdict");
        HBox.setHgrow(verdict, Priority.ALWAYS);
        HBox head = new HBox(8, verdict, measure);
        head.setAlignment(Pos.CENTER_LEFT);
        busy.getStyleClass().add("thin");
        busy.setMaxWidth(Double.MAX_VALUE);
        busy.setMinHeight(3);
        busy.setPrefHeight(3);
        busy.visibleProperty().bind(lane.busyProperty());
        content.setFitToWidth(true);
        content.getStyleClass().add("clear");
        setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, busy, content);
    }

    void show(Asked wanted, Lens through) {
        asked = wanted;
        lens = through;
        read(false);
    }

    void stop() {
        lane.cancel();
    }

    private void read(boolean measured) {
        Asked now = asked;
        Lens through = lens;
        if (now != null && through != null) {
            verdict.setText("");
            content.setContent(null);
            desk.proof().set(null);
            lane.start(
                    Texts.say("plan.job", now.relation().name().name()),
                    progress -> new Plans(desk.link().stoppedBy(progress.cancellation()), desk.found())
                            .of(through, now.request(), measured),
                    plans -> show(now, through, plans),
                    this::refuse);
        }
    }

    private void refuse(Trouble trouble) {
        content.setContent(new Empty(Feather.ALERT_OCTAGON, trouble.message(), trouble.nextStep()));
        desk.proof().set(Proofs.of(trouble));
    }

    private void show(Asked now, Lens through, ComparedPlans plans) {
        desk.proof()
                .set(Proofs.of(
                        desk.found(), through, now.relation(), plans.lens().attestation()));
        verdict.setText(verdict(through, plans));
        VBox box = new VBox(12);
        plans.remarks().forEach(remark -> box.getChildren().add(remark(remark)));
        GridPane sides = new GridPane(12, 0);
        int columns = plans.everyone() == null ? 1 : 2;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(100.0 / columns);
            sides.getColumnConstraints().add(half);
        }
        sides.add(side(Texts.say("plan.side", name(through)), plans.lens(), "plan-lens"), 0, 0);
        Plan everyone = plans.everyone();
        if (everyone != null) {
            sides.add(side(Texts.say("plan.side", Texts.say("plan.everyone")), everyone, "plan-everyone"), 1, 0);
        }
        box.getChildren().add(sides);
        content.setContent(box);
    }

    private static Node remark(String remark) {
        Label text = Words.text(remark);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, Icons.of(Feather.INFO, "icon-info"), text);
    }

    private String name(Lens through) {
        return switch (through) {
            case Lens.Tenant tenant -> desk.nameOf(tenant.id());
            case Lens.Nobody nobody -> Texts.say("plan.nobody");
            case Lens.Everyone everyone -> Texts.say("plan.everyone");
        };
    }

    private String verdict(Lens through, ComparedPlans plans) {
        Double ratio = plans.ratio();
        Double mine = plans.lens().millis();
        if (ratio != null && mine != null) {
            return Texts.say("plan.ratio", name(through), ratio, mine, mine / ratio);
        }
        return mine != null ? Texts.say("plan.measured", name(through), mine) : Texts.say("plan.unmeasured");
    }

    private static Node side(String name, Plan plan, String id) {
        Card card = new Card(Words.section(name));
        card.setId(id);
        card.getStyleClass().add("plan");
        card.setMaxHeight(Double.MAX_VALUE);
        card.getChildren().add(new PlanSteps(plan.root(), 0));
        return card;
    }
}
