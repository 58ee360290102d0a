package dev.partywall.ui.backfill;

import dev.partywall.backfill.Progress;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Shown;
import dev.partywall.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A run under way: how far, how fast, how long still; pause, go on, stop. */
final class UnderWayPane extends Card {
    private final Running running;
    private final ProgressBar bar = new ProgressBar();
    private final Label step = Words.text("");
    private final Label aside = Words.text("", "warn");
    private final Label title = Words.section(Texts.say("backfill.underway"));
    private final Button pause = new Button();
    private final Button stop = new Button(Texts.say("backfill.stop"), Icons.of(Feather.SQUARE));

    UnderWayPane(Running running) {
        this.running = running;
        setId("underWay");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setPrefHeight(10);
        bar.setAccessibleText(Texts.say("backfill.underway"));
        pause.setId("pause");
        pause.setOnAction(event -> pauseOrGoOn());
        stop.setId("stop");
        stop.setOnAction(event -> running.stop());
        pause.disableProperty().bind(running.stopping());
        stop.disableProperty().bind(running.stopping());
        HBox buttons = new HBox(8, pause, stop);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(title, bar, step, aside, buttons, Words.text(Texts.say("backfill.underway.text"), "caption"));
        running.at().subscribe(this::show);
        running.paused().subscribe(paused -> name());
        running.stopping().subscribe(stopping -> name());
    }

    private void pauseOrGoOn() {
        if (running.paused().get()) {
            running.proceed();
        } else {
            running.pause();
        }
    }

    private void name() {
        boolean paused = running.paused().get();
        pause.setText(Texts.say(paused ? "backfill.proceed" : "backfill.pause"));
        pause.setGraphic(Icons.of(paused ? Feather.PLAY : Feather.PAUSE));
        String key = running.stopping().get() ? "stopping" : paused ? "paused" : "underway";
        title.setText(Texts.say("backfill." + key));
    }

    private void show(@Nullable Progress at) {
        bar.setProgress(at == null || at.planned() == 0 ? -1 : (double) at.done() / at.planned());
        step.setText(at == null ? Texts.say("backfill.starting") : RunText.step(at));
        aside.setText(at == null ? "" : Texts.say("backfill.at.aside", at.aside()));
        Shown.set(aside, at != null && at.aside() > 0);
    }
}
