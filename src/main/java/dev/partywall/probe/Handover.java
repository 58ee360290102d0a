package dev.partywall.probe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that say whose a row is: given to a row, they hand it over. */
public final class Handover {
    private Handover() {}

    /** Makes a row the session tenant's; empty where there is no telling how. */
    public static Map<String, String> toOwn(Trial trial) {
        return values(trial, trial.tenant(), trial.own());
    }

    /** Makes a row the victim's; empty where there is no telling how. */
    public static Map<String, String> toVictim(Trial trial) {
        return values(trial, trial.against(), trial.foreign());
    }

    private static Map<String, String> values(Trial trial, String tenant, @Nullable Sample sample) {
        return switch (trial.target().ownership()) {
            case Ownership.Own own ->
                tenant.isEmpty() || trial.target().registry() ? Map.of() : Map.of(own.column(), tenant);
            case Ownership.Via via -> sample == null || keyed(trial, via) ? Map.of() : sample.owner();
            case Ownership.Within within -> Map.of();
        };
    }

    /** Whether the relation's own key leads to the owner, so that no other value can be given. */
    private static boolean keyed(Trial trial, Ownership.Via via) {
        return via.steps().getFirst().to().equals(trial.target().relation().name())
                || trial.target().isView();
    }
}
