package dev.partywall.browse.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same statement planned for a lens and for everyone, on one snapshot.
 *
 * @param statement for people, with its values in
 * @param everyone null where the profile has no bypass role
 * @param remarks what row security does to the plan, in sentences
 */
public record ComparedPlans(
        String statement, Plan lens, @Nullable Plan everyone, List<String> remarks) {
    public ComparedPlans {
        remarks = List.copyOf(remarks);
    }

    /** How many times as long the lens takes, measured in one run; null where it was not measured. */
    public @Nullable Double ratio() {
        Double mine = lens.millis();
        Double theirs = everyone == null ? null : everyone.millis();
        return mine == null || theirs == null || theirs == 0 ? null : mine / theirs;
    }
}
