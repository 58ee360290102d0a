package dev.partywall.ui.probes;

import dev.partywall.probe.ProbeContext;
import dev.partywall.probe.Verdict;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.CodeBox;
import dev.partywall.ui.part.States;
import dev.partywall.ui.part.Words;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;

/** A verdict as a sentence, with its control and the SQL that does it again. */
final class VerdictCard extends Card {
    VerdictCard(Desk desk, Verdict verdict, boolean open) {
        FlowPane badges = new FlowPane(6, 6);
        badges.getChildren()
                .addAll(States.badge(verdict.outcome()), new Badge(verdict.command(), "plain"), context(desk, verdict));
        if (verdict.sqlState() != null) {
            badges.getChildren().add(new Badge("SQLSTATE " + verdict.sqlState(), "plain"));
        }
        getChildren().addAll(badges, Words.text(verdict.evidence()));
        if (!verdict.replay().isBlank()) {
            getChildren().add(replay(verdict.replay(), open));
        }
    }

    private static TitledPane replay(String sql, boolean open) {
        TitledPane fold = new TitledPane(Texts.say("probes.replay"), new CodeBox(sql));
        fold.getStyleClass().add("dense");
        fold.setExpanded(open);
        fold.setAnimated(false);
        fold.setMinWidth(0);
        return fold;
    }

    private static Badge context(Desk desk, Verdict verdict) {
        ProbeContext context = verdict.context();
        String who = context.tenant() == null
                ? Texts.say("context." + context.kind().word())
                : Texts.say("context.tenant", desk.nameOf(context.tenant()));
        if (context.role() != null) {
            who = Texts.say("context.role", who, context.role());
        }
        if (context.way() != ProbeContext.Way.DIRECT) {
            who = Texts.say("context.way." + context.way().word(), who);
        }
        Badge badge = new Badge(who, "info").tip(who);
        badge.setMinWidth(0);
        badge.setMaxWidth(260);
        return badge;
    }
}
