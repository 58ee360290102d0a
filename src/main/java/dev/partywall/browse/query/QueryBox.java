package dev.partywall.browse.query;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Table;
import dev.partywall.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a person typed, through a lens: one query, in a READ ONLY transaction whose snapshot was taken before, by the
 * extended protocol (promise 2). The server attests who asks before and after it, and the rows are withheld where that is not the lens.
 */
public final class QueryBox {
    private final Link link;
    private final Inspection inspection;

    public QueryBox(Link link, Inspection inspection) {
        this.link = link;
        this.inspection = inspection;
    }

    /**
     * @param limit rows at most
     * @throws Failure where the text is not one query, calls what a query must not call, or the server refuses it
     */
    public QueryAnswer run(Lens lens, String text, int limit) {
        TypedQuery typed = TypedQuery.of(text);
        Instant start = Instant.now();
        return link.read(context(lens), "typed query " + who(lens), session -> {
            new Calls(
                            inspection.snapshot(),
                            session,
                            inspection.tenancy().settings().keySet())
                    .check(typed.words());
            Table table = session.table(typed.sql(), limit);
            Attestation attestation = session.attestation();
            return new QueryAnswer(table, attestation, Duration.between(start, Instant.now()));
        });
    }

    /** Strings are read by the server as {@link Scanner} reads them. */
    private SessionContext context(Lens lens) {
        SessionContext usual = inspection.tenancy().contextFor(lens);
        Map<String, @Nullable String> settings = new LinkedHashMap<>(usual.settings());
        settings.put("standard_conforming_strings", "on");
        return new SessionContext(usual.side(), usual.user(), settings, usual.role(), usual.fresh());
    }

    private static String who(Lens lens) {
        return switch (lens) {
            case Lens.Tenant tenant -> "as " + tenant.id();
            case Lens.Nobody nobody -> "as nobody";
            case Lens.Everyone everyone -> "as everyone";
        };
    }
}
