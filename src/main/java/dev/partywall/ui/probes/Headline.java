package dev.partywall.ui.probes;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.States;
import dev.partywall.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The result of a run in one sentence, and how many attempts came to what. */
public final class Headline {
    private Headline() {}

    public static Node of(List<Verdict> verdicts) {
        long leaks = count(verdicts, Outcome.LEAKED);
        long relations = verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED)
                .map(Verdict::object)
                .distinct()
                .count();
        long broken = count(verdicts, Outcome.FAILED);
        long untried = count(verdicts, Outcome.NOT_RUN) + count(verdicts, Outcome.VACUOUS);
        String sentence = sentence(relations, leaks, broken, untried);
        FlowPane counts = new FlowPane(6, 4);
        for (Outcome outcome : Outcome.WORST_FIRST) {
            long number = count(verdicts, outcome);
            if (number > 0) {
                var badge = States.badge(outcome);
                badge.setText(Texts.say("probes.count", States.word(outcome), number));
                counts.getChildren().add(badge);
            }
        }
        VBox words = new VBox(6, Words.text(sentence, "verdict-text"), counts);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(14, icon(leaks, broken, untried), words);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String sentence(long relations, long leaks, long broken, long untried) {
        if (leaks > 0) {
            return Texts.say("probes.leaks", relations, leaks);
        }
        if (broken > 0) {
            return Texts.say("probes.unsure", broken);
        }
        return untried > 0 ? Texts.say("probes.untried", untried) : Texts.say("probes.stands");
    }

    private static Node icon(long leaks, long broken, long untried) {
        if (leaks > 0) {
            return Icons.of(Feather.ALERT_OCTAGON, "verdict-icon", "icon-bad");
        }
        if (broken > 0) {
            return Icons.of(Feather.ALERT_TRIANGLE, "verdict-icon", "icon-warn");
        }
        return Icons.of(Feather.SHIELD, "verdict-icon", untried > 0 ? "icon-info" : "icon-good");
    }

    private static long count(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
    }
}
