package dev.partywall.ui.backfill;

import dev.partywall.backfill.Agreement;
import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Proposal;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The ways to a tenant, each with what it would come to. */
final class Ways {
    private Ways() {}

    static List<Node> of(List<Proposal> proposals, ToggleGroup group) {
        if (proposals.isEmpty()) {
            return List.of(Words.text(Texts.say("backfill.noway"), "muted"));
        }
        return proposals.stream().map(proposal -> way(proposal, group)).toList();
    }

    private static Node way(Proposal proposal, ToggleGroup group) {
        RadioButton button = new RadioButton(sentence(proposal.assignment()));
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setToggleGroup(group);
        button.setUserData(proposal.assignment());
        VBox box = new VBox(5, button, agreement(proposal));
        box.getStyleClass().add("way");
        return box;
    }

    private static Node agreement(Proposal proposal) {
        FlowPane badges = new FlowPane(6, 4);
        for (Agreement agreement : Agreement.values()) {
            long rows = proposal.count(agreement);
            if (rows > 0) {
                String word = agreement.name().toLowerCase(Locale.ROOT);
                badges.getChildren()
                        .add(new Badge(
                                Texts.say("agreement." + word, rows),
                                agreement == Agreement.ASSIGNABLE ? "good" : "warn"));
            }
        }
        return badges;
    }

    static String sentence(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Parent parent ->
                parent.constraint() == null
                        ? Texts.say("backfill.parents")
                        : Texts.say("backfill.parent", parent.constraint());
            case Assignment.Children children -> Texts.say("backfill.children", children.constraint());
            case Assignment.Delete delete -> Texts.say("backfill.deleted");
            case Assignment.Fixed fixed -> Texts.say("backfill.fixed.to", fixed.tenant());
            case Assignment.Listed listed -> Texts.say("backfill.listed", listed.file());
            case Assignment.Computed computed -> Texts.say("backfill.computed", computed.sql());
        };
    }
}
