package dev.partywall.ui.backfill;

import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Gap;
import dev.partywall.backfill.Proposal;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The ways to whose the rows of one table are: those that suggest themselves, then those a person names. */
final class WaysPane extends VBox {
    private final Engine engine;
    private final Draft draft;
    private final Lane asking;
    private final Label title = Words.section("");
    private final VBox suggested = new VBox(8);
    private final ToggleGroup group = new ToggleGroup();
    private final OwnWays own;
    private final Label refusal = Words.text("", "refusal");
    private final AnswerPane answer;
    private @Nullable Gap gap;

    WaysPane(Desk desk, Engine engine, Draft draft) {
        super(12);
        this.engine = engine;
        this.draft = draft;
        this.asking = desk.work().lane();
        this.own = new OwnWays(desk, group, this::ask, this::hesitate, this::leave);
        this.answer = new AnswerPane(desk, engine, draft);
        getStyleClass().add("detail");
        setMinWidth(0);
        getChildren()
                .addAll(title, heading("backfill.suggested"), suggested, heading("backfill.own"), own, refusal, answer);
        refuse(null);
    }

    private static Label heading(String key) {
        return Words.text(Texts.say(key), "group-heading");
    }

    void stop() {
        asking.cancel();
        answer.stop();
    }

    /** Another table: nothing is known of it yet. */
    void ask(Gap about) {
        gap = about;
        title.setText(Texts.say("backfill.decide", about.withoutTenant(), about.table()));
        suggested.getChildren().setAll(Words.text(Texts.say("backfill.proposing"), "muted"));
        refuse(null);
        answer.hide();
        own.clear(draft.decision(about.table()).orElse(null));
    }

    /** Shows the ways that suggest themselves; what was decided before is still chosen. */
    void propose(Gap about, List<Proposal> found) {
        List<Node> ways = new ArrayList<>();
        found.forEach(way -> ways.add(way(way, "way-suggested-" + ways.size())));
        suggested
                .getChildren()
                .setAll(ways.isEmpty() ? List.of(Words.text(Texts.say("backfill.noway"), "muted")) : ways);
        if (draft.decision(about.table()).orElse(null) instanceof Decision.Take decided) {
            Proposal taken = decided.proposal();
            found.stream()
                    .filter(way -> way.assignment().equals(taken.assignment()))
                    .findFirst()
                    .ifPresentOrElse(this::take, () -> answer.show(taken));
        }
    }

    private Node way(Proposal proposal, String id) {
        RadioButton button = new RadioButton(Ways.sentence(proposal.assignment()));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setToggleGroup(group);
        button.setUserData(proposal.assignment());
        button.setOnAction(event -> take(proposal));
        VBox box = new VBox(5, button, Ways.badges(proposal));
        box.getStyleClass().add("way");
        return box;
    }

    private void take(Proposal proposal) {
        asking.cancel();
        refuse(null);
        group.getToggles().stream()
                .filter(toggle -> proposal.assignment().equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
        draft.decide(proposal.table(), new Decision.Take(proposal));
        answer.show(proposal);
    }

    /** What a way a person named would come to. Until that is known the table is undecided. */
    private void ask(Assignment way) {
        Gap about = gap;
        if (about == null) {
            return;
        }
        hesitate();
        var others = draft.others(about.table());
        asking.start(
                Texts.say("backfill.asking", Ways.sentence(way)),
                told -> engine.reading(told).proposal(about.table(), way, others),
                this::take,
                this::refuse);
    }

    private void hesitate() {
        asking.cancel();
        refuse(null);
        answer.hide();
        if (gap != null) {
            draft.decide(gap.table(), null);
        }
    }

    private void leave() {
        asking.cancel();
        refuse(null);
        answer.hide();
        if (gap != null) {
            draft.decide(gap.table(), new Decision.Leave());
        }
    }

    private void refuse(@Nullable Trouble trouble) {
        refusal.setText(trouble == null ? "" : trouble.message() + " " + trouble.nextStep());
        refusal.setVisible(trouble != null);
        refusal.setManaged(trouble != null);
    }
}
