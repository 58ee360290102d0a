package dev.partywall.ui.probes;

import dev.partywall.connect.Attestation;
import dev.partywall.probe.Proof;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Who the server said took part in a run: one line, the rest in its tooltip. */
final class ProofLine {
    private ProofLine() {}

    static Node of(Proof proof) {
        Attestation bypass = proof.bypass();
        long active =
                proof.rowSecurityActive().values().stream().filter(on -> on).count();
        Label line = new Label(
                Texts.say(
                        "probes.proof",
                        proof.app().currentUser(),
                        bypass == null ? Texts.say("probes.proof.nobody") : bypass.currentUser(),
                        active,
                        proof.rowSecurityActive().size()),
                Icons.of(Feather.CHECK_SQUARE, "icon-plain"));
        line.getStyleClass().add("caption");
        line.setTooltip(new Tooltip(Texts.say(
                "probes.proof.more",
                proof.server(),
                proof.app().sessionUser(),
                String.join(", ", proof.canBecome()),
                proof.rowSecurity(),
                String.valueOf(proof.app().settings()),
                proof.snapshots().size())));
        return line;
    }
}
