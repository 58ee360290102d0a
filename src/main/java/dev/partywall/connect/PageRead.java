package dev.partywall.connect;

import dev.partywall.catalog.RelationName;
import java.sql.SQLException;
import java.util.List;

/**
 * A whole transaction in one round trip: begin, context, attestation, rows, rollback. The driver sends the statements one
 * by one in the extended protocol with a single Sync, so the settings are gone at the end, also after an error.
 */
final class PageRead {
    private PageRead() {}

    /** Rows are handed out only when the attestation is what was intended. */
    static Page of(
            Lease lease,
            SessionContext context,
            RelationName relation,
            Sql sql,
            int limit,
            List<Table.Heading> headings)
            throws SQLException {
        ReadingStatement.require(sql);
        lease.statements().refuseSeveral(sql.text());
        Sql whole = new Opening()
                .add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .context(context, Timeouts.LOCK, Timeouts.READ)
                .attest(context, relation)
                .add(sql)
                .add("ROLLBACK") // undoes what a function may have set for the session
                .sql();
        int aboutUs = context.role() == null ? 1 : 2;
        Statements.Answers answers = lease.statements().answers(whole, aboutUs, limit, headings);
        Attestation attestation = Opening.attested(context, answers.aboutUs().getLast());
        new Intention(lease.address().user(), context, true).verify(attestation);
        return new Page(answers.rows(), attestation);
    }
}
