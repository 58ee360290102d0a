package dev.partywall.advisor;

import dev.partywall.access.Inspection;
import java.util.List;

/**
 * A check of the snapshot: no connection, no clock. Its page, {@code <class name>.md}, lies beside the class.
 */
public interface Rule {
    /** The flaw's word. */
    String id();

    /** What it finds, in a stable order; empty when all is well. */
    List<Finding> check(Inspection inspection);
}
