package dev.partywall.expression;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a condition can come to. Everything that can happen is in here; not everything in here need be possible.
 *
 * @param canBeUnknown it may be NULL, which lets no row pass
 * @param errors SQLSTATEs it may raise
 * @param causes why it may be true, where that depends on something
 */
public record Answer(
        boolean canBeTrue, boolean canBeFalse, boolean canBeUnknown, Set<String> errors, Set<Cause> causes) {
    public Answer {
        errors = Set.copyOf(errors);
        causes = Set.copyOf(causes);
    }

    /** Lets every such row pass, whatever else is true of it. */
    public boolean alwaysTrue() {
        return canBeTrue && !canBeFalse && !canBeUnknown;
    }

    /** Raises, and can do nothing else. */
    public boolean onlyRaises() {
        return !errors.isEmpty() && !canBeTrue && !canBeFalse && !canBeUnknown;
    }

    public boolean dependsOn(Cause.Kind kind) {
        return causes.stream().anyMatch(cause -> cause.kind() == kind);
    }

    /** Whether it may be true for reasons of this kind alone. */
    public boolean dependsOnlyOn(Cause.Kind kind) {
        return !causes.isEmpty() && causes.stream().allMatch(cause -> cause.kind() == kind);
    }

    /** The columns, settings, ... of one kind, in order. */
    public Set<String> what(Cause.Kind kind) {
        Set<String> names = new TreeSet<>();
        causes.stream().filter(cause -> cause.kind() == kind).forEach(cause -> names.add(cause.what()));
        return names;
    }

    static Answer of(Values truth) {
        return new Answer(
                truth.has(Value.Bool.TRUE) || truth.hasUnknown(),
                truth.has(Value.Bool.FALSE) || truth.hasUnknown(),
                truth.has(Value.NULL),
                truth.errors(),
                truth.causes());
    }
}
