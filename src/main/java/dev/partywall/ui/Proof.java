package dev.partywall.ui;

import java.util.List;

/**
 * What the proof strip says of the rows on the screen.
 *
 * @param facts what the server said of itself in the same transaction
 * @param broken whether that differs from what was asked: the rows are withheld
 */
public record Proof(List<String> facts, boolean broken) {
    public Proof {
        facts = List.copyOf(facts);
    }
}
