package dev.partywall.connect;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A {@link WriteSession} that cannot commit: what it calls a commit is the end of a savepoint. All of it is one transaction,
 * which is rolled back when the lease is given back.
 */
final class RehearsingSession implements WriteSession {
    private static final Sql SAVE = Sql.of("SAVEPOINT rehearsed");
    private static final Sql RELEASE = Sql.of("RELEASE SAVEPOINT rehearsed");
    private static final Sql BACK = Sql.of("ROLLBACK TO SAVEPOINT rehearsed");

    private final Lease lease;
    private final Attestation attestation;

    private RehearsingSession(Lease lease, Attestation attestation) {
        this.lease = lease;
        this.attestation = attestation;
    }

    static RehearsingSession begin(Lease lease) throws SQLException {
        lease.beginTransactions(false);
        SessionContext context = SessionContext.bypass();
        Sql opening = CommittingSession.opening(context).attest(context, null).sql();
        Attestation attestation =
                Opening.attested(context, lease.statements().together(opening).getLast());
        new Intention(lease.address().user(), context, false).verify(attestation);
        lease.statements().count(SAVE, 0);
        return new RehearsingSession(lease, attestation);
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
        run(() -> lease.statements().count(RELEASE, 0) + lease.statements().count(SAVE, 0));
    }

    @Override
    public void rollback() {
        run(() -> lease.statements().count(BACK, 0));
    }

    /** Always: it could not be taken back. */
    @Override
    public void executeAlone(String statement) {
        throw new IllegalStateException("nothing is done for good in a rehearsal");
    }

    /** Nothing was done that anybody has to know of. */
    @Override
    public void tell(String purpose, long rows, Duration took) {}

    private <T> T run(SqlWork<T> work) {
        return Refusals.translated(lease, work);
    }
}
