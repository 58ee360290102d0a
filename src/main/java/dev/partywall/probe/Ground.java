package dev.partywall.probe;

import dev.partywall.catalog.Privilege;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a relation before anything is tried on it.
 *
 * @param control every row there is, by owner; null where the bypass side could not tell
 * @param uncontrolled why it could not, as a clause; empty where it could
 * @param shared owners whose rows are declared to be everybody's to read
 * @param apart the commands that admit rows by another condition than SELECT
 */
record Ground(
        Target target,
        Rights rights,
        @Nullable Tally control,
        String uncontrolled,
        Set<String> shared,
        Set<Privilege> apart,
        int serverMajor) {

    Ground controlledBy(Tally seen) {
        return new Ground(target, rights, seen, "", shared, apart, serverMajor);
    }

    Ground uncontrolled(String why) {
        return new Ground(target, rights, null, why, shared, apart, serverMajor);
    }
}
