package dev.partywall.browse;

import dev.partywall.access.Inspection;
import dev.partywall.browse.PairedPage.SeenBy;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.connect.Table;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what two lenses see. A row among the first of both together is among the first of each that sees it, so a page of
 * either is enough; the bypass role, which sees them all, puts them in order.
 */
final class Pairing {
    private final PageRequest request;
    private final PageSql page;
    private final Lens first;
    private final Lens second;
    private final List<String> remarks = new ArrayList<>();

    Pairing(Inspection inspection, PageRequest request, Lens first, Lens second) {
        this.request = request;
        this.page = new PageSql(Source.whole(inspection, request.relation()), request);
        this.first = first;
        this.second = second;
        if (!page.order().unique()) {
            throw Failure.incomplete(
                    request.relation() + " has no key by which rows of both sides could be matched.",
                    "Compare the tables it reads instead.");
        }
    }

    /** @param sessions first, second, bypass */
    PairedPage of(List<Session> sessions) {
        Table byFirst = seen(sessions.get(0), first);
        Table bySecond = seen(sessions.get(1), second);
        Set<List<@Nullable String>> either = new LinkedHashSet<>(byFirst.rows());
        either.addAll(bySecond.rows());
        Table all = ordered(sessions.get(2), new Table(byFirst.headings(), new ArrayList<>(either), false));
        PageRows rows = new PageRows(page, all);
        Set<Place> ofFirst = places(byFirst);
        Set<Place> ofSecond = places(bySecond);
        return new PairedPage(
                rows.table(),
                rows.rows().stream()
                        .map(row -> seenBy(rows.place(row), ofFirst, ofSecond))
                        .toList(),
                rows.previous(),
                rows.next(),
                rows.places(),
                rows.keys(),
                String.join(" ", remarks),
                sessions.get(0).attestation(request.relation()),
                sessions.get(1).attestation(request.relation()));
    }

    private Table seen(Session session, Lens lens) {
        try {
            return session.within(() -> session.table(page.statement(), request.limit() + 1));
        } catch (Failure refused) {
            if (refused.sqlState() == null) {
                throw refused;
            }
            remarks.add("Reading " + Purpose.who(lens) + " ends in an error (" + refused.sqlState()
                    + "), so it sees nothing: " + refused.getMessage());
            return new Table(List.of(), List.of(), false);
        }
    }

    private Table ordered(Session bypass, Table either) {
        KeyLookup lookup = new KeyLookup(page, new PageRows(page, either));
        Sql sql = page.of(lookup.keys(0, either.rows().size()), lookup.joined());
        return bypass.table(sql, request.limit());
    }

    private Set<Place> places(Table seen) {
        PageRows rows = new PageRows(page, seen);
        Set<Place> places = new LinkedHashSet<>();
        seen.rows().forEach(row -> places.add(rows.place(row)));
        return places;
    }

    private static SeenBy seenBy(Place place, Set<Place> first, Set<Place> second) {
        if (!first.contains(place)) {
            return SeenBy.SECOND;
        }
        return second.contains(place) ? SeenBy.BOTH : SeenBy.FIRST;
    }
}
