package dev.partywall.probe;

import java.time.Duration;
import java.util.List;

/**
 * What a run will be, told before anything is tried.
 *
 * @param attempts about so many
 * @param about how long it takes where the server is near
 * @param remarks what will be left out unless asked for, and what cannot be decided, a sentence each
 */
public record Estimate(int relations, int tenants, long attempts, Duration about, List<String> remarks) {
    public Estimate {
        remarks = List.copyOf(remarks);
    }
}
