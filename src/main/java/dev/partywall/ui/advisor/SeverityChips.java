package dev.partywall.ui.advisor;

import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.States;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** One button for each severity there is, with its number: shows and hides those findings. */
final class SeverityChips {
    private final HBox box;
    private final Runnable whenChanged;
    private final Set<Severity> hidden = EnumSet.noneOf(Severity.class);

    SeverityChips(HBox box, Runnable whenChanged) {
        this.box = box;
        this.whenChanged = whenChanged;
    }

    boolean shows(Finding finding) {
        return !hidden.contains(finding.severity());
    }

    void count(List<Finding> findings) {
        box.getChildren()
                .setAll(Arrays.stream(Severity.values())
                        .filter(severity -> number(findings, severity) > 0)
                        .map(severity -> (Node) chip(severity, number(findings, severity)))
                        .toList());
    }

    private static long number(List<Finding> findings, Severity severity) {
        return findings.stream().filter(each -> each.severity() == severity).count();
    }

    private ToggleButton chip(Severity severity, long number) {
        ToggleButton chip = new ToggleButton(
                Texts.say("advisor.chip", Texts.say("severity." + severity.word()), number),
                Icons.of(States.icon(severity)));
        chip.getStyleClass().addAll("chip", "tone-" + States.tone(severity));
        chip.setSelected(!hidden.contains(severity));
        chip.setMinWidth(ToggleButton.USE_PREF_SIZE);
        chip.setOnAction(event -> {
            if (!hidden.remove(severity)) {
                hidden.add(severity);
            }
            whenChanged.run();
        });
        return chip;
    }
}
