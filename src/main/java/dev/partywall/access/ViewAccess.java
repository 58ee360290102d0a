package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Trigger;
import java.util.List;
import java.util.Objects;

/** What a view lets through: as its owner, or as who reads it, through any number of views (CREATE VIEW). */
final class ViewAccess {
    private final CatalogSnapshot snapshot;
    private final Evaluation evaluation;

    ViewAccess(CatalogSnapshot snapshot, Evaluation evaluation) {
        this.snapshot = snapshot;
        this.evaluation = evaluation;
    }

    Access of(Question question, Answer answer) {
        Relation.View view = Objects.requireNonNull(question.relation().view());
        return switch (question.command()) {
            case SELECT -> read(question, view, answer);
            case INSERT, UPDATE, DELETE -> write(question, view, answer);
            case TRIGGER ->
                answer.because("outside", "Triggers INSTEAD OF may be made.").is(AccessKind.EVERYTHING);
            case MAINTAIN ->
                answer.because("kind", "A view has nothing to maintain.").is(AccessKind.NOTHING);
            default ->
                answer.because("kind", "A view does not take " + question.command() + ".")
                        .is(AccessKind.DENIED);
        };
    }

    private Access read(Question question, Relation.View view, Answer answer) {
        explain(question, view, answer);
        List<Access.Base> bases = bases(question, view, Privilege.SELECT);
        if (bases.isEmpty() && !view.calls().isEmpty()) {
            return answer.because("view", "What the functions it calls return cannot be told.")
                    .is(AccessKind.UNDECIDED);
        }
        return combined(view, bases, answer);
    }

    private static void explain(Question question, Relation.View view, Answer answer) {
        answer.because(
                "view",
                view.securityInvoker()
                        ? "The view reads with the rights of " + question.caller() + " (security_invoker)."
                        : "The view reads with the rights of its owner "
                                + question.relation().owner() + ".");
    }

    private List<Access.Base> bases(Question question, Relation.View view, Privilege command) {
        return view.reads().stream()
                .flatMap(name -> snapshot.relation(name).stream())
                .map(base -> base(question, view, base, command))
                .toList();
    }

    private Access.Base base(Question question, Relation.View view, Relation base, Privilege command) {
        Question behind = question.behind(base, command, columns(view, base.name()));
        return new Access.Base(base.name(), behind.rights(), evaluation.of(behind));
    }

    private static List<String> columns(Relation.View view, RelationName base) {
        return view.readColumns().stream()
                .filter(read -> read.relation().equals(base))
                .map(Relation.ReadColumn::column)
                .toList();
    }

    private static Access combined(Relation.View view, List<Access.Base> bases, Answer answer) {
        for (Access.Base base : bases) {
            answer.because(
                    "behind",
                    base.relation().sql() + " as " + base.as() + ": "
                            + base.access().kind() + ".");
        }
        if (bases.stream().anyMatch(base -> base.access().kind() == AccessKind.DENIED)) {
            return answer.is(AccessKind.DENIED, bases);
        }
        if (view.simple() && bases.size() == 1) {
            return answer.like(bases.getFirst());
        }
        boolean open = bases.stream().allMatch(base -> base.access().kind() == AccessKind.EVERYTHING);
        return answer.is(open ? AccessKind.EVERYTHING : AccessKind.UNDECIDED, bases);
    }

    private Access write(Question question, Relation.View view, Answer answer) {
        Privilege command = question.command();
        if (replaced(question.relation(), command)) {
            return answer.because("trigger", "A trigger INSTEAD OF " + command + " decides.")
                    .is(AccessKind.UNDECIDED);
        }
        if (!view.updatable().contains(command)) {
            return answer.because("kind", "The view does not take " + command + ".")
                    .is(AccessKind.DENIED);
        }
        explain(question, view, answer);
        if (!view.simple() || view.reads().size() != 1) {
            return answer.because("view", "Which relation it writes to cannot be told.")
                    .is(AccessKind.UNDECIDED);
        }
        return combined(view, bases(question, view, command), answer);
    }

    private static boolean replaced(Relation view, Privilege command) {
        return view.triggers().stream()
                .filter(Trigger::enabled)
                .anyMatch(trigger -> trigger.insteadOf() && trigger.events().contains(command));
    }
}
