package dev.partywall.browse;

import dev.partywall.access.Access;
import dev.partywall.access.AccessKind;
import dev.partywall.browse.Explanation.PolicyTruth;
import dev.partywall.catalog.Command;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts policies together: permissive OR, restrictive AND; a command that reads also asks those for SELECT. */
final class Verdicts {
    private final Relation relation;
    private final Privilege command;
    private final Access access;
    private final List<PolicyTruth> truths;
    private final boolean alsoSelect;
    private final Function<String, Truth> evaluation;

    /**
     * @param alsoSelect whether the policies for SELECT make a difference to the command's own
     * @param evaluation of conditions for the row
     */
    Verdicts(
            Relation relation,
            Privilege command,
            Access access,
            boolean alsoSelect,
            List<PolicyTruth> truths,
            Function<String, Truth> evaluation) {
        this.alsoSelect = alsoSelect;
        this.evaluation = evaluation;
        this.relation = relation;
        this.command = command;
        this.access = access;
        this.truths = truths;
    }

    Truth allowed() {
        return switch (access.kind()) {
            case DENIED -> Truth.error("42501");
            case EVERYTHING -> relation.isTable() ? Truth.TRUE : Truth.of(null);
            case NOTHING -> Truth.FALSE;
            case UNDECIDED -> Truth.of(null);
            case ROWS -> relation.isTable() ? combined() : Truth.of(null);
        };
    }

    private Truth combined() {
        String predicate = access.predicate();
        if (predicate != null && broken().isPresent()) {
            // Whether the error is met depends on the order in which the server evaluates, so it is asked.
            Truth whole = evaluation.apply(predicate);
            return whole.value() == Truth.Value.NULL ? Truth.FALSE : whole;
        }
        return lists().allMatch(list -> restrictiveAgainst(list).isEmpty()
                        && permissiveFor(list).isPresent())
                ? Truth.TRUE
                : Truth.FALSE;
    }

    private Optional<PolicyTruth> broken() {
        return truths.stream().filter(truth -> truth.truth().isError()).findFirst();
    }

    /** The lists of policies that are asked: the command's own, and those for SELECT. */
    private Stream<Command> lists() {
        Stream<Command> own = Stream.of(Command.valueOf(command.name()));
        return alsoSelect ? Stream.concat(own, Stream.of(Command.SELECT)) : own;
    }

    private Stream<PolicyTruth> of(Command list) {
        return truths.stream().filter(truth -> commandOf(truth) == Command.ALL || commandOf(truth) == list);
    }

    private Command commandOf(PolicyTruth truth) {
        return access.policies().stream()
                .filter(policy -> policy.name().equals(truth.policy()))
                .map(Policy::command)
                .findFirst()
                .orElseThrow();
    }

    private Optional<PolicyTruth> permissiveFor(Command list) {
        return of(list).filter(PolicyTruth::permissive)
                .filter(truth -> truth.truth().isTrue())
                .findFirst();
    }

    private Optional<PolicyTruth> restrictiveAgainst(Command list) {
        return of(list).filter(truth -> !truth.permissive())
                .filter(truth -> !truth.truth().isTrue())
                .findFirst();
    }

    String decidedBy() {
        if (access.kind() != AccessKind.ROWS) {
            return access.path().isEmpty()
                    ? "Nothing in the catalogue tells."
                    : access.path().getLast().text();
        }
        if (!relation.isTable()) {
            return "The tables behind it decide; explain the row there.";
        }
        if (broken().isPresent()) {
            PolicyTruth broken = broken().get();
            return "Policy " + broken.policy() + " raises " + broken.truth().sqlState()
                    + (allowed().isError()
                            ? ", so the whole statement fails."
                            : "; whether the statement fails depends on the order of evaluation.");
        }
        return lists().flatMap(list -> against(list).stream())
                .findFirst()
                .orElseGet(() -> "Policy "
                        + permissiveFor(Command.valueOf(command.name()))
                                .orElseThrow()
                                .policy() + " lets it through"
                        + (hasRestrictive() ? ", and every restrictive policy holds." : "."));
    }

    /** The policy that decided by itself: one that raises, a restrictive one that does not hold, or the one that lets the row through. */
    Optional<String> decider() {
        if (access.kind() != AccessKind.ROWS || !relation.isTable()) {
            return Optional.empty();
        }
        Optional<PolicyTruth> against = broken().or(() ->
                lists().flatMap(list -> restrictiveAgainst(list).stream()).findFirst());
        boolean let = lists().allMatch(list -> permissiveFor(list).isPresent());
        Optional<PolicyTruth> lets = let ? permissiveFor(Command.valueOf(command.name())) : Optional.empty();
        return against.or(() -> lets).map(PolicyTruth::policy);
    }

    private Optional<String> against(Command list) {
        Optional<PolicyTruth> restrictive = restrictiveAgainst(list);
        if (restrictive.isPresent()) {
            return Optional.of("Restrictive policy " + restrictive.get().policy() + " is "
                    + restrictive.get().truth() + ".");
        }
        if (permissiveFor(list).isPresent()) {
            return Optional.empty();
        }
        List<String> each = of(list).filter(PolicyTruth::permissive)
                .map(truth -> truth.policy() + " is " + truth.truth())
                .toList();
        return Optional.of(
                each.isEmpty()
                        ? "No permissive policy for " + list + " applies."
                        : "No permissive policy for " + list + " lets it through: " + String.join(", ", each) + ".");
    }

    private boolean hasRestrictive() {
        return truths.stream().anyMatch(truth -> !truth.permissive());
    }
}
