package dev.partywall.tenancy;

import dev.partywall.connect.Link;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.failure.Failure;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds somebody to look as for each tenant, where settings name persons. Only who belongs to one tenant alone will do: the
 * others are meant to see several.
 */
public final class Persons {
    private static final int MOST = 10_000;
    /** What the server answers when the bypass role may not read the table, or reading it takes too long. */
    private static final java.util.Set<String> UNREADABLE = java.util.Set.of("42501", "57014");

    private final Link link;

    public Persons(Link link) {
        this.link = link;
    }

    /** The tenancy with a person for each tenant it can be told for; the same where none is needed, or the profile names them. */
    public Tenancy named(Tenancy tenancy) {
        boolean needed =
                !tenancy.memberships().isEmpty() && tenancy.settingValues().isEmpty();
        if (!needed || !link.hasBypass()) {
            return tenancy;
        }
        Membership membership = tenancy.memberships().getFirst();
        try {
            Map<String, String> persons = link.read(
                    SessionContext.bypass(), "find a person of each tenant", bypass -> persons(bypass, membership));
            String reason = "a person each whom " + membership.table() + " gives to that tenant alone";
            return tenancy.withPersons(persons, evidence(Words.tenants(persons.size()), reason));
        } catch (Failure failure) {
            if (!UNREADABLE.contains(String.valueOf(failure.sqlState()))) {
                throw failure;
            }
            return tenancy.withPersons(Map.of(), evidence("none", failure.getMessage()));
        }
    }

    private static Map<String, String> persons(Session bypass, Membership membership) {
        Map<String, String> persons = new LinkedHashMap<>();
        bypass.list(TenantQueries.persons(membership, MOST), row -> Map.entry(row.get(1), row.get(2)))
                .forEach(entry -> persons.putIfAbsent(entry.getKey(), entry.getValue()));
        return persons;
    }

    private static Evidence evidence(String value, String reason) {
        return new Evidence("settingValues", value, reason);
    }
}
