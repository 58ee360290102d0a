package dev.partywall.ui.policies;

import dev.partywall.access.Access;
import dev.partywall.expression.Effect;
import dev.partywall.expression.PolicyEffects;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a condition comes to without a proper tenant setting: asked of the server, on real rows. */
final class EffectsCard extends Card {
    private final VBox lines = new VBox(6);

    private EffectsCard() {
        getChildren()
                .addAll(
                        Words.section(Texts.say("policies.effects")),
                        lines,
                        Words.text(Texts.say("policies.effects.text"), "caption"));
    }

    /** Nothing where no condition is asked, or nobody can ask past it. */
    static Optional<EffectsCard> of(Desk desk, Lane lane, Access access) {
        String condition = access.predicate() == null ? access.check() : access.predicate();
        Set<String> settings = desk.found().tenancy().settings().keySet();
        if (condition == null || settings.isEmpty() || !desk.link().hasBypass()) {
            return Optional.empty();
        }
        EffectsCard card = new EffectsCard();
        card.lines.getChildren().setAll(Words.text(Texts.say("policies.effects.asking"), "muted"));
        lane.start(
                Texts.say("policies.effects.job", access.relation()),
                progress -> new PolicyEffects(desk.link().stoppedBy(progress.cancellation()), settings)
                        .of(access.relation(), Objects.requireNonNull(condition)),
                card::show,
                card::failed);
        return Optional.of(card);
    }

    private void show(List<Effect> effects) {
        lines.getChildren().setAll(effects.stream().map(EffectsCard::line).toList());
    }

    private void failed(Trouble trouble) {
        lines.getChildren().setAll(Words.text(trouble.message(), "muted"));
    }

    private static HBox line(Effect effect) {
        Label state = new Label(Texts.say("policies.state." + word(effect.state())));
        state.setMinWidth(92);
        String code = effect.sqlState();
        Badge badge = new Badge(
                code == null ? Texts.say("policies.effect." + word(effect.kind())) : code, tone(effect.kind()));
        Label sentence = Words.text(effect.sentence(), "muted");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = new HBox(8, state, badge, sentence);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String tone(Effect.Kind kind) {
        return switch (kind) {
            case NOTHING -> "good";
            case SOME -> "warn";
            case EVERYTHING -> "bad";
            case ERROR -> "info";
        };
    }
}
