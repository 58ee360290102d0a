package dev.partywall.ui.backfill;

import dev.partywall.backfill.Outcome;
import dev.partywall.backfill.Plan;
import dev.partywall.backfill.Progress;
import dev.partywall.backfill.SetAside;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** A plan, a step and an outcome in words and figures. */
final class PlanText {
    private PlanText() {}

    /** Per tenant: rows before, given, after. */
    static List<Node> of(Desk desk, Plan.Table table) {
        GridPane grid = new GridPane(18, 5);
        ColumnConstraints name = new ColumnConstraints(120, 200, 320);
        ColumnConstraints figure = new ColumnConstraints(70);
        figure.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(name, figure, figure, figure);
        grid.addRow(
                0, head("backfill.tenant"), head("backfill.before"), head("backfill.given"), head("backfill.after"));
        int row = 1;
        for (Map.Entry<String, Long> after : table.after().entrySet()) {
            String tenant = after.getKey();
            grid.addRow(
                    row++,
                    new Label(desk.nameOf(tenant)),
                    figure(table.before().getOrDefault(tenant, 0L), ""),
                    figure(table.tenants().getOrDefault(tenant, 0L), "+"),
                    figure(after.getValue(), ""));
        }
        List<Node> lines = new ArrayList<>(List.of(grid));
        table.counts()
                .forEach((agreement, rows) ->
                        lines.add(Words.text(Texts.say("backfill.agreement", rows, agreement.words()), "caption")));
        return lines;
    }

    private static Label head(String key) {
        return Words.text(Texts.say(key), "caption");
    }

    private static Label figure(long number, String sign) {
        return new Label(number == 0 ? "0" : sign + "%,d".formatted(number));
    }

    static String step(Progress at) {
        return Texts.say(
                "backfill.step",
                at.done(),
                at.planned(),
                Math.round(at.rate()),
                at.remaining().toSeconds());
    }

    static List<Node> of(Outcome outcome) {
        List<Node> lines = new ArrayList<>();
        lines.add(Words.text(Texts.say("backfill.journal", outcome.journal()), "caption"));
        for (Outcome.Table table : outcome.tables()) {
            table.left()
                    .forEach((agreement, rows) ->
                            lines.add(Words.text(Texts.say("backfill.agreement", rows, agreement.words()), "caption")));
            for (SetAside aside : table.aside().stream().limit(10).toList()) {
                lines.add(Words.text(
                        Texts.say("backfill.aside", String.join(", ", aside.key()), aside.sqlState(), aside.error()),
                        "bad"));
            }
        }
        return lines;
    }
}
