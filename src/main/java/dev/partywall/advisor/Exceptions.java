package dev.partywall.advisor;

import java.util.List;

/**
 * What was found and does not count, and what in the files that say so is no longer right. Reports list all of it.
 *
 * @param accepted findings that do not count, each with what accepts it
 * @param stale acceptances of what is no longer found
 * @param expired acceptances past their day, whose findings count again
 * @param outgrown acceptances whose findings are worse than what was accepted, and count again
 */
public record Exceptions(
        List<Accepted> accepted, List<Acceptance> stale, List<Acceptance> expired, List<Acceptance> outgrown) {
    /** Nothing is accepted. */
    public static final Exceptions NONE = new Exceptions(List.of(), List.of(), List.of(), List.of());

    /** A finding that does not count, and why. */
    public record Accepted(Finding finding, Acceptance by) {}

    public Exceptions {
        accepted = List.copyOf(accepted);
        stale = List.copyOf(stale);
        expired = List.copyOf(expired);
        outgrown = List.copyOf(outgrown);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return accepted.isEmpty() && stale.isEmpty() && expired.isEmpty() && outgrown.isEmpty();
    }
}
