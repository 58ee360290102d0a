package dev.partywall.connect;

import java.sql.SQLException;
import java.util.List;

/** A {@link WriteSession} on a lent connection. */
final class CommittingSession implements WriteSession {
    private final Lease lease;
    private final Attestation attestation;

    private CommittingSession(Lease lease, Attestation attestation) {
        this.lease = lease;
        this.attestation = attestation;
    }

    static CommittingSession begin(Lease lease) throws SQLException {
        lease.beginTransactions(false);
        SessionContext context = SessionContext.bypass();
        Sql opening = opening(context).attest(context, null).sql();
        Attestation attestation =
                Opening.attested(context, lease.statements().together(opening).getLast());
        new Intention(lease.address().user(), context, false).verify(attestation);
        lease.rollback();
        return new CommittingSession(lease, attestation);
    }

    private static Opening opening(SessionContext context) {
        return new Opening()
                .transaction("ISOLATION LEVEL READ COMMITTED, READ WRITE")
                .context(context, Timeouts.LOCK, Timeouts.WRITE);
    }

    @Override
    public Attestation attestation() {
        return attestation;
    }

    @Override
    public long execute(Sql sql) {
        TransactionCommand.refuse(sql);
        return run(() -> lease.statements().count(sql, 0));
    }

    @Override
    public <T> List<T> list(Sql sql, RowMapper<T> mapper) {
        TransactionCommand.refuse(sql);
        return run(() -> lease.statements().list(sql, mapper));
    }

    @Override
    public void commit() {
        Refusals.translated(lease, () -> {
            lease.commit();
            return true;
        });
    }

    @Override
    public void rollback() {
        Refusals.translated(lease, () -> {
            lease.rollback();
            return true;
        });
    }

    @Override
    public void executeAlone(String statement) {
        if (lease.statements().inTransaction()) {
            throw new IllegalStateException("a transaction is open");
        }
        Refusals.translated(lease, () -> {
            lease.alone(statement);
            return true;
        });
    }

    /** Within a transaction; begins one, with its timeouts, where none is open. */
    private <T> T run(SqlWork<T> work) {
        return Refusals.translated(lease, () -> {
            if (!lease.statements().inTransaction()) {
                lease.statements().together(opening(SessionContext.bypass()).sql());
            }
            return work.run();
        });
    }
}
