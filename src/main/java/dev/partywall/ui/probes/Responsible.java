package dev.partywall.ui.probes;

import dev.partywall.access.Access;
import dev.partywall.access.Inspection;
import dev.partywall.access.Reason;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.RelationName;
import dev.partywall.probe.Verdict;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import dev.partywall.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What in the catalogue lets an attempt through or stops it: the policies that apply, or the reason why none does. */
final class Responsible {
    private Responsible() {}

    static List<Node> of(Inspection found, Verdict verdict) {
        return access(found, verdict).map(Responsible::show).orElse(List.of());
    }

    private static Optional<Access> access(Inspection found, Verdict verdict) {
        String schema = verdict.object().schema();
        if (schema == null) {
            return Optional.empty();
        }
        RelationName name = new RelationName(schema, verdict.object().name());
        return found.snapshot()
                .relation(name)
                .map(relation -> found.access().of(found.appRole(), name, privilege(verdict.command())));
    }

    /** MERGE needs what its actions need; COPY TO is a SELECT. */
    private static Privilege privilege(String command) {
        return Stream.of(Privilege.values())
                .filter(privilege -> privilege.name().equals(command))
                .findFirst()
                .orElse(command.equals("MERGE") ? Privilege.UPDATE : Privilege.SELECT);
    }

    private static List<Node> show(Access access) {
        List<Node> parts = new ArrayList<>();
        parts.add(Words.text(Texts.say("probes.responsible"), "caption"));
        if (access.policies().isEmpty()) {
            access.path().stream()
                    .map(Reason::text)
                    .reduce((first, last) -> last)
                    .ifPresent(text -> parts.add(Words.text(text)));
        }
        access.policies().forEach(policy -> parts.add(policy(policy)));
        return parts;
    }

    private static Node policy(Policy policy) {
        Label name = new Label(policy.name());
        name.getStyleClass().add("strong");
        FlowPane line = new FlowPane(6, 4, name, new Badge("FOR " + policy.command(), "plain"));
        if (!policy.permissive()) {
            line.getChildren().add(new Badge(Texts.say("probes.restrictive"), "warn"));
        }
        VBox box = new VBox(3, line);
        clause(box, "USING", policy.using());
        clause(box, "WITH CHECK", policy.withCheck());
        return box;
    }

    private static void clause(VBox box, String word, @Nullable String expression) {
        if (expression != null) {
            box.getChildren().add(Words.text(word + " " + expression, "mono"));
        }
    }
}
