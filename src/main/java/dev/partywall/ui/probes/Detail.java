package dev.partywall.ui.probes;

import dev.partywall.catalog.RelationName;
import dev.partywall.probe.Probes;
import dev.partywall.probe.Verdict;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Screen;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Markdown;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is said of the chosen cell: its verdicts, what is responsible, and what the probe is. */
final class Detail {
    private static final int CARDS = 8;

    private final Desk desk;
    private final VBox box;
    private final Consumer<Scope> runner;

    Detail(Desk desk, VBox box, Consumer<Scope> runner) {
        this.desk = desk;
        this.box = box;
        this.runner = runner;
    }

    /** @param probe null: all of the relation */
    void show(HeatLine line, @Nullable String probe) {
        HeatCell cell = probe == null ? null : line.cell(probe);
        List<Verdict> verdicts = cell == null ? line.worstFirst() : cell.worstFirst();
        box.getChildren().setAll(head(line, cell == null ? null : probe, verdicts));
        cards(verdicts, 0);
    }

    private Node head(HeatLine line, @Nullable String probe, List<Verdict> verdicts) {
        Card card = new Card(Words.section(probe == null ? line.name() : Texts.say("probes.on", probe, line.name())));
        card.getChildren().addAll(Responsible.of(desk.found(), verdicts.getFirst()));
        card.getChildren().add(buttons(line, probe));
        if (probe != null) {
            Probes.named(probe).ifPresent(known -> card.getChildren().add(page(known.page())));
        }
        return card;
    }

    private Node buttons(HeatLine line, @Nullable String probe) {
        FlowPane buttons = new FlowPane(6, 6);
        RelationName name = line.relation();
        if (name != null) {
            Button again = new Button(Texts.say("probes.again"), Icons.of(Feather.REPEAT));
            again.setOnAction(
                    event -> runner.accept(new Scope(Set.of(name), probe == null ? Set.of() : Set.of(probe))));
            again.getStyleClass().add("small");
            buttons.getChildren().addAll(again, go(Screen.POLICIES, name), go(Screen.BROWSE, name));
        }
        return buttons;
    }

    private Button go(Screen screen, RelationName name) {
        Button button = new Button(Texts.say("advisor.show", screen.title()), Icons.of(screen.icon()));
        button.getStyleClass().add("small");
        button.setOnAction(event -> desk.go(screen, name));
        return button;
    }

    private static Node page(String markdown) {
        TitledPane fold = new TitledPane(Texts.say("probes.page"), Markdown.of(markdown));
        fold.getStyleClass().add("dense");
        fold.setExpanded(false);
        fold.setAnimated(false);
        fold.setMinWidth(0);
        return fold;
    }

    /** A few cards from {@code first} on, and a button for more. */
    private void cards(List<Verdict> verdicts, int first) {
        int end = Math.min(verdicts.size(), first + CARDS);
        for (Verdict verdict : verdicts.subList(first, end)) {
            box.getChildren().add(new VerdictCard(desk, verdict, verdict == verdicts.getFirst()));
        }
        if (end < verdicts.size()) {
            Button more = new Button(Texts.say("probes.more", verdicts.size() - end));
            more.getStyleClass().add("flat");
            more.setOnAction(event -> {
                box.getChildren().remove(more);
                cards(verdicts, end);
            });
            box.getChildren().add(more);
        }
    }
}
