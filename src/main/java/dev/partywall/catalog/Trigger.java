package dev.partywall.catalog;

import java.util.Set;

/**
 * @param function the oid of the function it calls, see {@link Function#oid()}
 * @param before BEFORE (or INSTEAD OF), as against AFTER
 * @param events of SELECT never, of INSERT, UPDATE, DELETE, TRUNCATE those it fires on
 */
public record Trigger(
        String name,
        long function,
        boolean before,
        boolean insteadOf,
        boolean perRow,
        Set<Privilege> events,
        boolean enabled,
        String definition) {
    public Trigger {
        events = Privilege.inOrder(events);
    }
}
