package dev.partywall.ui.policies;

import dev.partywall.access.Access;
import dev.partywall.access.Inspection;
import dev.partywall.access.Reason;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.expression.Knowledge;
import dev.partywall.expression.PolicyStory;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Screen;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Clip;
import dev.partywall.ui.part.CodeBox;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Padlock;
import dev.partywall.ui.part.States;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Why a cell of the matrix is what it is: the sentence, the path, the predicate, the policies in order. */
final class Explanation {
    private Explanation() {}

    /** @param asking where the server is asked what the condition does without a tenant */
    static List<Node> of(Desk desk, Lane asking, Line line, Privilege command, String role) {
        Access access = line.of(command);
        List<Node> parts = new ArrayList<>();
        parts.add(head(desk, line, command, role, access));
        parts.add(path(access));
        conditions(access, parts);
        TenantPreview.of(desk, access).ifPresent(parts::add);
        EffectsCard.of(desk, asking, access).ifPresent(parts::add);
        policies(desk.found(), line, access, parts);
        return parts;
    }

    private static Node head(Desk desk, Line line, Privilege command, String role, Access access) {
        String kind = access.kind().name().toLowerCase(Locale.ROOT);
        Button browse = new Button(Texts.say("policies.browse"), Icons.of(Feather.GRID));
        browse.getStyleClass().addAll("flat", "small");
        browse.setOnAction(event -> desk.go(Screen.BROWSE, line.relation().name()));
        HBox state = new HBox(
                8,
                States.badge(access.kind()),
                Padlock.of(line.relation()),
                Words.text(Padlock.words(line.relation()), "caption"));
        state.setAlignment(Pos.CENTER_LEFT);
        return new Card(
                Words.section(
                        Texts.say("policies.cell", command, line.relation().name())),
                state,
                Words.text(Texts.say(
                        "policies.means." + kind, role, command, line.relation().name())),
                browse);
    }

    private static Node path(Access access) {
        Card box = new Card(Words.section(Texts.say("policies.path")));
        int step = 1;
        for (Reason reason : access.path()) {
            Label number = new Label(String.valueOf(step++));
            number.getStyleClass().add("step");
            Label text = Words.text(reason.text());
            HBox row = new HBox(10, number, text);
            box.getChildren().add(row);
        }
        return box;
    }

    private static void conditions(Access access, List<Node> parts) {
        if (access.predicate() != null) {
            parts.add(new Card(Words.section(Texts.say("policies.predicate")), new CodeBox(access.predicate())));
        }
        if (access.reading() != null) {
            parts.add(new Card(
                    Words.section(Texts.say("policies.reading")),
                    States.badge(access.reading().kind()),
                    new CodeBox(access.reading().describe())));
        }
        if (access.check() != null) {
            parts.add(new Card(Words.section(Texts.say("policies.check")), new CodeBox(access.check())));
        }
    }

    private static void policies(Inspection found, Line line, Access access, List<Node> parts) {
        List<Policy> all = line.relation().policies();
        if (all.isEmpty()) {
            return;
        }
        parts.add(Words.section(Texts.count("policies.list", all.size())));
        Knowledge knowledge = found.tenancy().knowledge(found.snapshot());
        PolicyStory story = new PolicyStory(knowledge);
        for (Policy policy : all) {
            Card card = policy(story, line, policy, access.policies().contains(policy));
            card.getChildren().addAll(FunctionsUsed.of(found.snapshot(), knowledge, policy));
            parts.add(card);
        }
    }

    private static Card policy(PolicyStory story, Line line, Policy policy, boolean applies) {
        FlowPane badges = new FlowPane(6, 6);
        badges.getChildren()
                .addAll(
                        new Badge("FOR " + policy.command(), "info"),
                        new Badge(
                                Texts.say(policy.permissive() ? "policies.permissive" : "policies.restrictive"),
                                policy.permissive() ? "plain" : "warn"),
                        new Badge("TO " + String.join(", ", policy.roles()), "plain"),
                        applies
                                ? new Badge(Feather.CHECK, Texts.say("policies.applies"), "good")
                                : new Badge(Feather.MINUS, Texts.say("policies.applies.not"), "plain"));
        Card box = new Card(Words.text(policy.name(), "strong"), badges);
        story.of(policy).forEach(sentence -> box.getChildren().add(Words.text(sentence)));
        add(box, "USING", policy.using());
        add(box, "WITH CHECK", policy.withCheck());
        Button copy = new Button(Texts.say("policies.copy"), Icons.of(Feather.COPY));
        copy.getStyleClass().addAll("flat", "small");
        copy.setOnAction(event -> Clip.copy(Ddl.of(line.relation().name(), policy)));
        box.getChildren().add(copy);
        return box;
    }

    private static void add(VBox box, String clause, @Nullable String expression) {
        if (expression != null) {
            box.getChildren().addAll(Words.text(clause, "caption"), new CodeBox(expression));
        }
    }
}
