package dev.partywall.probe;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Puts what a tenant saw beside what there is. */
final class Differentials {
    private Differentials() {}

    /** Empty where there is no control, or the relation may not be read at all. */
    static Optional<Differential> of(Ground ground, String tenant, Sight sight, String snapshot) {
        Tally control = ground.control();
        if (control == null || ground.rights().select().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (sight) {
                    case Sight.Seen seen -> compared(ground, control, tenant, seen.tally(), snapshot);
                    case Sight.Unclear unclear -> undecided(ground, tenant, snapshot, unclear.why());
                    case Sight.Refused refused ->
                        undecided(ground, tenant, snapshot, "Reading was refused (" + refused.sqlState() + ").");
                });
    }

    private static Differential compared(Ground ground, Tally control, String tenant, Tally seen, String snapshot) {
        Set<String> notForeign = new HashSet<>(ground.shared());
        notForeign.add(tenant);
        notForeign.add(Tally.NOBODY);
        return new Differential(
                ground.target().object(),
                tenant,
                control.of(tenant),
                seen.total(),
                seen.beyond(notForeign),
                Math.max(0, control.of(tenant) - seen.of(tenant)),
                seen.of(Tally.NOBODY),
                control.capped() || seen.capped(),
                snapshot,
                null);
    }

    private static Differential undecided(Ground ground, String tenant, String snapshot, String why) {
        return new Differential(ground.target().object(), tenant, 0, 0, 0, 0, 0, false, snapshot, why);
    }
}
