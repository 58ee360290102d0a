package dev.partywall.connect;

import dev.partywall.catalog.RelationName;
import java.sql.SQLException;
import java.util.List;

/**
 * A whole transaction in one round trip: begin, context, attestation, rows, commit. The driver sends the statements one
 * by one in the extended protocol with a single Sync, so the settings are gone at the end, also after an error.
 */
final class PageRead {
    private PageRead() {}

    /** Rows are handed out only when the attestation is what was intended. */
    static Page of(Lease lease, SessionContext context, RelationName relation, Sql sql, int limit) throws SQLException {
        ReadingStatement.require(sql);
        Sql whole = new Opening()
                .add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .context(context, Timeouts.LOCK, Timeouts.READ)
                .attest(context, relation)
                .add(sql)
                .add("COMMIT")
                .sql();
        List<Table> tables = lease.statements().tables(whole, limit);
        int asked = context.settings().isEmpty() ? 1 : 2;
        Attestation attestation = Opening.attested(
                context,
                tables.subList(1, 1 + asked).stream()
                        .map(t -> t.rows().getFirst())
                        .toList());
        new Intention(lease.address().user(), context, true).verify(attestation);
        return new Page(tables.get(1 + asked), attestation);
    }
}
