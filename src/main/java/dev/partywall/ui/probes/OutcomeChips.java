package dev.partywall.ui.probes;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.States;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/** One button for each verdict there is: shows the relations that have it, and is the legend of the map. */
final class OutcomeChips {
    private OutcomeChips() {}

    /** @param chosen changed as buttons are pressed */
    static List<Node> of(List<Verdict> verdicts, Set<Outcome> chosen, Runnable whenChanged) {
        return Outcome.WORST_FIRST.stream()
                .filter(outcome -> verdicts.stream().anyMatch(verdict -> verdict.outcome() == outcome))
                .map(outcome -> (Node) chip(outcome, chosen, whenChanged))
                .toList();
    }

    private static ToggleButton chip(Outcome outcome, Set<Outcome> chosen, Runnable whenChanged) {
        ToggleButton chip = new ToggleButton(
                Texts.say("probes.chip", outcome.letter(), States.word(outcome)), Icons.of(States.icon(outcome)));
        chip.getStyleClass().addAll("chip", "tone-" + States.tone(outcome));
        chip.setMinWidth(ToggleButton.USE_PREF_SIZE);
        chip.setTooltip(new Tooltip(Texts.say("outcome.tip." + outcome.word())));
        chip.setOnAction(event -> {
            if (!chosen.remove(outcome)) {
                chosen.add(outcome);
            }
            whenChanged.run();
        });
        return chip;
    }
}
