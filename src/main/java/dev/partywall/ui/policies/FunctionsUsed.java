package dev.partywall.ui.policies;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Policy;
import dev.partywall.expression.Expression;
import dev.partywall.expression.Knowledge;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.CodeBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The functions that a policy calls, and those that these call, each to be opened where it stands. */
final class FunctionsUsed {
    private FunctionsUsed() {}

    static List<Node> of(CatalogSnapshot snapshot, Knowledge knowledge, Policy policy) {
        Map<Long, Function> used = new LinkedHashMap<>();
        snapshot.functions().stream()
                .filter(function -> policy.calls().contains(function.oid()))
                .forEach(function -> used.put(function.oid(), function));
        Stream.of(policy.using(), policy.withCheck())
                .filter(Objects::nonNull)
                .flatMap(condition -> knowledge.read(condition).walk())
                .forEach(part -> {
                    if (part instanceof Expression.Opened opened) {
                        used.putIfAbsent(opened.function().oid(), opened.function());
                    }
                });
        return used.values().stream().map(FunctionsUsed::pane).toList();
    }

    private static Node pane(Function function) {
        FlowPane badges = new FlowPane(6, 6);
        badges.getChildren()
                .addAll(
                        new Badge(
                                Texts.say(
                                        function.securityDefiner()
                                                ? "policies.function.owner"
                                                : "policies.function.caller",
                                        function.owner()),
                                function.securityDefiner() ? "warn" : "plain"),
                        new Badge(function.volatility().name(), "plain"),
                        new Badge(function.language(), "plain"));
        if (function.leakproof()) {
            badges.getChildren().add(new Badge("LEAKPROOF", "warn"));
        }
        function.settings().forEach(setting -> badges.getChildren().add(new Badge(setting, "plain")));
        String body = function.body();
        TitledPane pane = new TitledPane(
                function.signature(),
                new VBox(
                        8,
                        badges,
                        new CodeBox(body == null ? Texts.say("policies.function.unreadable") : body.strip())));
        pane.setMnemonicParsing(false);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.setMinWidth(0);
        return pane;
    }
}
