package dev.partywall.ui.probes;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.States;
import dev.partywall.ui.part.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The result of a run in one sentence, and how many attempts came to what. */
public final class Headline {
    private Headline() {}

    public static List<Node> of(List<Verdict> verdicts) {
        long leaks = count(verdicts, Outcome.LEAKED);
        long relations = verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED)
                .map(Verdict::object)
                .distinct()
                .count();
        long unsure = count(verdicts, Outcome.FAILED) + count(verdicts, Outcome.NOT_RUN);
        String sentence = leaks > 0
                ? Texts.say("probes.leaks", relations, leaks)
                : unsure > 0 ? Texts.say("probes.unsure", unsure) : Texts.say("probes.stands");
        FlowPane counts = new FlowPane(6, 4);
        for (Outcome outcome : HeatLine.WORST_FIRST) {
            long number = count(verdicts, outcome);
            if (number > 0) {
                var badge = States.badge(outcome);
                badge.setText(Texts.say("probes.count", States.word(outcome), number));
                counts.getChildren().add(badge);
            }
        }
        VBox words = new VBox(6, Words.text(sentence, "verdict-text"), counts);
        HBox.setHgrow(words, Priority.ALWAYS);
        return List.of(icon(leaks, unsure), words);
    }

    private static Node icon(long leaks, long unsure) {
        if (leaks > 0) {
            return Icons.of(Feather.ALERT_OCTAGON, "verdict-icon", "icon-bad");
        }
        return unsure > 0
                ? Icons.of(Feather.ALERT_TRIANGLE, "verdict-icon", "icon-warn")
                : Icons.of(Feather.SHIELD, "verdict-icon", "icon-good");
    }

    private static long count(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
    }
}
