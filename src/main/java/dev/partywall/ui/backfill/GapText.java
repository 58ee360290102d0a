package dev.partywall.ui.backfill;

import dev.partywall.backfill.Gap;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** What is known of a table with rows without a tenant. */
final class GapText {
    private GapText() {}

    static List<Node> of(Gap gap) {
        List<Node> lines = new ArrayList<>();
        lines.add(Words.text(gap.table() + "." + gap.column(), "strong"));
        if (gap.refused() != null) {
            lines.add(Words.text(gap.refused(), "bad"));
        }
        if (gap.since() != null) {
            lines.add(Words.text(Texts.say("backfill.since", gap.since()), "caption"));
        }
        if (gap.empty() + gap.unknown() > 0) {
            lines.add(Words.text(Texts.say("backfill.others", gap.empty(), gap.unknown()), "caption"));
        }
        gap.reasons().forEach(reason -> lines.add(Words.text(reason, "caption")));
        gap.seenBy().forEach(seer -> lines.add(Words.text(seer, "caption")));
        return lines;
    }
}
