package dev.partywall.ui.browse;

import dev.partywall.access.Reason;
import dev.partywall.browse.Explanation;
import dev.partywall.browse.Explanation.Answer;
import dev.partywall.browse.Explanation.Part;
import dev.partywall.browse.Explanation.PolicyTruth;
import dev.partywall.browse.Explanation.Term;
import dev.partywall.browse.Truth;
import dev.partywall.catalog.Privilege;
import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** An explanation as one reads it from top to bottom: verdict, what decided, the steps, the policies with their values. */
final class WhyText {
    private final Desk desk;
    private final Explanation found;
    private final Answer answer;

    WhyText(Desk desk, Explanation found, Privilege command) {
        this.desk = desk;
        this.found = found;
        this.answer = found.answers().stream()
                .filter(each -> each.command() == command)
                .findFirst()
                .orElseThrow();
    }

    VBox box() {
        VBox box = new VBox(12, verdict());
        box.getStyleClass().add("why-text");
        if (!found.agrees()) {
            box.getChildren().add(Words.text(Texts.say("why.disagrees", truth(found.seen())), "refusal"));
        }
        box.getChildren().add(Words.section(Texts.say("why.steps")));
        box.getChildren().add(steps());
        if (!answer.policies().isEmpty()) {
            box.getChildren().add(Words.section(Texts.say("why.policies")));
            answer.policies().forEach(policy -> box.getChildren().add(policy(policy)));
        }
        found.remarks().forEach(remark -> box.getChildren().add(Words.text(remark, "caption")));
        box.getChildren().add(row());
        return box;
    }

    private Node verdict() {
        Truth allowed = answer.allowed();
        String outcome = switch (allowed.value()) {
            case TRUE -> "yes";
            case FALSE -> "no";
            case NULL -> "unknown";
            case ERROR -> "error";
        };
        String command = answer.command().name().toLowerCase(Locale.ROOT);
        Label sentence = Words.text(Texts.say("why." + command + "." + outcome, who()), "verdict-text");
        sentence.setId("why-verdict");
        Label decided = Words.text(answer.decidedBy());
        decided.setId("why-decided");
        VBox words = new VBox(4, sentence, decided);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox verdict = new HBox(12, Icons.of(icon(allowed), "why-icon"), words);
        verdict.getStyleClass().addAll("why-verdict", "tone-" + tone(allowed));
        return verdict;
    }

    private String who() {
        return found.lens() instanceof Lens.Tenant tenant ? desk.nameOf(tenant.id()) : Texts.say("why.nobody");
    }

    private VBox steps() {
        VBox steps = new VBox(4);
        int number = 1;
        for (Reason reason : answer.path()) {
            Label step = new Label(String.valueOf(number++));
            step.getStyleClass().add("step");
            Label text = Words.text(reason.text());
            HBox.setHgrow(text, Priority.ALWAYS);
            steps.getChildren().add(new HBox(8, step, text));
        }
        return steps;
    }

    private Node policy(PolicyTruth policy) {
        Label name = Words.text(policy.policy(), "strong");
        Badge kind = new Badge(Texts.say(policy.permissive() ? "why.permissive" : "why.restrictive"), "plain")
                .tip(Texts.say(policy.permissive() ? "policies.permissive" : "policies.restrictive"));
        HBox head = new HBox(8, badge(policy.truth()), kind);
        head.setAlignment(Pos.CENTER_LEFT);
        Card card = new Card(name, head);
        card.getStyleClass().add("policy-truth");
        card.setSpacing(8);
        card.getChildren().add(parts(policy.parts(), policy.joined()));
        if (policy.asBypass()) {
            card.getChildren().add(Words.text(Texts.say("why.asbypass"), "caption"));
        }
        return card;
    }

    private static Node parts(List<Part> parts, String joined) {
        VBox box = new VBox(8);
        for (Part part : parts) {
            if (!box.getChildren().isEmpty()) {
                box.getChildren().add(Words.text(joined, "caption"));
            }
            box.getChildren().add(part(part));
        }
        return box;
    }

    /** A part of the condition, what it came to, and its own parts or the values it compares. */
    private static Node part(Part part) {
        Label sql = Words.text(part.sql(), "mono");
        sql.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sql, Priority.ALWAYS);
        HBox line = new HBox(8, sql, badge(part.truth()));
        line.setAlignment(Pos.TOP_LEFT);
        VBox box = new VBox(4, line);
        if (part.decides()) {
            box.getStyleClass().add("decides");
            box.getChildren().add(new Badge(Texts.say("why.decides"), "info").tip(Texts.say("why.decides.tip")));
        }
        if (!part.parts().isEmpty()) {
            Node inner = parts(part.parts(), part.joined());
            inner.getStyleClass().add("why-term");
            box.getChildren().add(inner);
        }
        part.terms().forEach(term -> box.getChildren().add(term(term)));
        return box;
    }

    private static Node term(Term term) {
        String value = term.value();
        Label shown = Words.text(
                value == null ? Texts.say("value.null") : value.isEmpty() ? Texts.say("value.empty") : value,
                "mono",
                value == null ? "value-null" : value.isEmpty() ? "value-empty" : "strong");
        Label type = new Label(term.type());
        type.getStyleClass().add("caption");
        type.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox compared = new HBox(8, Icons.of(Feather.CORNER_DOWN_RIGHT, "icon-plain"), shown, type);
        compared.setAlignment(Pos.TOP_LEFT);
        VBox lines = new VBox(2, Words.text(term.sql(), "mono", "muted"), compared);
        lines.getStyleClass().add("why-term");
        return lines;
    }

    private Node row() {
        VBox lines = new VBox(2);
        found.row().stream().limit(40).forEach(term -> lines.getChildren().add(term(term)));
        javafx.scene.control.TitledPane pane = new javafx.scene.control.TitledPane(Texts.say("why.row"), lines);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    static Badge badge(Truth truth) {
        return new Badge(truth(truth), tone(truth));
    }

    private static String truth(Truth truth) {
        String word = Texts.say("truth." + truth.value().name().toLowerCase(Locale.ROOT));
        return truth.sqlState() == null ? word : word + " " + truth.sqlState();
    }

    /** No colour of good or bad: whether a row ought to be seen is another question. */
    static String tone(Truth truth) {
        return switch (truth.value()) {
            case TRUE -> "info";
            case FALSE -> "plain";
            case NULL -> "warn";
            case ERROR -> "bad";
        };
    }

    static Ikon icon(Truth truth) {
        return switch (truth.value()) {
            case TRUE -> Feather.EYE;
            case FALSE -> Feather.EYE_OFF;
            case NULL -> Feather.HELP_CIRCLE;
            case ERROR -> Feather.ALERT_OCTAGON;
        };
    }
}
