package dev.partywall.ui.backfill;

import dev.partywall.backfill.Agreement;
import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Proposal;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.FlowPane;

/** The ways to a tenant, and what they would come to, in words. */
final class Ways {
    private Ways() {}

    static String sentence(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Parent parent ->
                parent.constraint() == null
                        ? Texts.say("backfill.parents")
                        : Texts.say("backfill.parent", parent.constraint());
            case Assignment.Children children -> Texts.say("backfill.children", children.constraint());
            case Assignment.Fixed fixed -> Texts.say("backfill.fixed.to", fixed.tenant());
            case Assignment.Listed listed ->
                Texts.say("backfill.listed", listed.file().getFileName());
            case Assignment.Computed computed -> Texts.say("backfill.computed", computed.sql());
            case Assignment.Delete delete -> Texts.say("backfill.deleted");
        };
    }

    /** How many rows each way of agreeing has. */
    static FlowPane badges(Map<Agreement, Long> counts) {
        FlowPane badges = new FlowPane(6, 4);
        for (Agreement agreement : Agreement.values()) {
            long rows = counts.getOrDefault(agreement, 0L);
            if (rows > 0) {
                badges.getChildren().add(new Badge(Texts.say(key(agreement), rows), tone(agreement)));
            }
        }
        return badges;
    }

    static FlowPane badges(Proposal proposal) {
        return badges(proposal.counts());
    }

    static String words(Agreement agreement, long rows) {
        return Texts.say(key(agreement), rows);
    }

    private static String key(Agreement agreement) {
        return "agreement." + agreement.name().toLowerCase(Locale.ROOT);
    }

    private static String tone(Agreement agreement) {
        return switch (agreement) {
            case ASSIGNABLE -> "good";
            case DELETABLE -> "bad";
            case NO_ANSWER, PARENT_WITHOUT_TENANT, CONFLICT, UNKNOWN_TENANT -> "warn";
        };
    }
}
