package dev.partywall.probe;

import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in a trial.
 *
 * @param sight what reading the whole relation showed
 * @param against the tenant that is tried against; empty text where there is none
 * @param foreign one of that tenant's rows; null where it has none that can be read
 * @param own one of the session tenant's rows, likewise
 * @param asVictim the settings with which that tenant looks; empty where it looks otherwise
 * @param ownedNow counts the session tenant's rows by the bypass side, now
 * @param guesses what was seen with settings that are no tenant's
 * @param self what makes a row the session's own person's, in a table of who belongs to which tenant; else empty
 */
record Scene(
        Sight sight,
        String against,
        @Nullable Sample foreign,
        @Nullable Sample own,
        Map<String, String> asVictim,
        LongSupplier ownedNow,
        Map<Guess, Sight> guesses,
        Map<String, String> self) {
    Scene seeingInstead(Sight other) {
        return new Scene(other, against, foreign, own, asVictim, ownedNow, guesses, self);
    }

    static Scene guessing(Map<Guess, Sight> guesses) {
        return new Scene(new Sight.Seen(Tally.none()), "", null, null, Map.of(), () -> 0, guesses, Map.of());
    }

    static Scene seeing(Sight sight) {
        return new Scene(sight, "", null, null, Map.of(), () -> 0, Map.of(), Map.of());
    }
}
