package dev.partywall.connect;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A {@link WriteSession} on a lent connection. */
final class CommittingSession implements WriteSession {
    private final Lease lease;
    private final Attestation attestation;
    private final Consumer<Activity> log;

    private CommittingSession(Lease lease, Attestation attestation, Consumer<Activity> log) {
        this.lease = lease;
        this.attestation = attestation;
        this.log = log;
    }

    static CommittingSession begin(Lease lease, Consumer<Activity> log) throws SQLException {
        lease.beginTransactions(false);
        SessionContext context = SessionContext.bypass();
        Sql opening = opening(context).attest(context, null).sql();
        Attestation attestation =
                Opening.attested(context, lease.statements().together(opening).getLast());
        new Intention(lease.address().user(), context, false).verify(attestation);
        lease.rollback();
        return new CommittingSession(lease, attestation, log);
    }

    static Opening opening(SessionContext context) {
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

    @Override
    public void tell(String purpose, long rows, Duration took) {
        log.accept(new Activity(
                Instant.now().minus(took), Side.BYPASS, attestation.currentUser(), purpose, rows, took, "ok"));
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
