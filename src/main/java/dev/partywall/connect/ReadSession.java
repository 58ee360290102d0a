package dev.partywall.connect;

import dev.partywall.catalog.RelationName;
import dev.partywall.failure.Failure;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A {@link Session} on a lent connection. */
final class ReadSession implements Session {
    private final Lease lease;
    private final SessionContext context;
    private final Intention intention;
    private final Attestation attestation;

    private ReadSession(Lease lease, SessionContext context, Intention intention, Attestation attestation) {
        this.lease = lease;
        this.context = context;
        this.intention = intention;
        this.attestation = attestation;
    }

    /**
     * Begins the transaction.
     *
     * @param snapshot exported by another session, to see what that one sees
     */
    static ReadSession begin(Lease lease, SessionContext context, @Nullable String snapshot) throws SQLException {
        lease.beginTransactions(true);
        Opening opening = new Opening().transaction("ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        if (snapshot != null) {
            opening.snapshot(snapshot);
        }
        opening.context(context, Timeouts.LOCK, Timeouts.READ).attest(context, null);
        Attestation attestation = Opening.attested(
                context, lease.statements().together(opening.sql()).getLast());
        Intention intention = new Intention(lease.address().user(), context, true);
        intention.verify(attestation);
        return new ReadSession(lease, context, intention, attestation);
    }

    /**
     * Ends the transaction, and in the same round trip lets the server attest once more: a statement may have called
     * something that changed who we are.
     *
     * @return what was read, for it is handed out only now
     * @throws Failure where the server attests anything else than at the beginning
     */
    <T> T finish(T read) throws SQLException {
        return end(read, "ROLLBACK");
    }

    /** The same, but what the session changed of its connection stays. It wrote nothing, for it is READ ONLY. */
    <T> T leave(T read) throws SQLException {
        return end(read, "COMMIT");
    }

    private <T> T end(T read, String command) throws SQLException {
        if (lease.statements().inTransaction() && !lease.statements().inFailedTransaction()) {
            Sql closing = new Opening().attest(context, null).add(command).sql();
            intention.verify(Opening.attested(
                    context, lease.statements().together(closing).getLast()));
        }
        return read;
    }

    String exportSnapshot() {
        return value(Sql.of("SELECT pg_catalog.pg_export_snapshot()"));
    }

    /** Whether the process id the connection was told differs from the server's: a pooler is in between. */
    boolean answeredByAnother() {
        return lease.backendPid() != attestation.backendPid();
    }

    @Override
    public Attestation attestation() {
        return attestation;
    }

    @Override
    public Attestation attestation(RelationName relation) {
        Sql sql = new Opening().attest(context, relation).sql();
        return run(
                () -> Opening.attested(context, lease.statements().together(sql).getLast()));
    }

    @Override
    public <T> List<T> list(Sql sql, RowMapper<T> mapper) {
        ReadingStatement.require(sql);
        return run(() -> lease.statements().list(sql, mapper));
    }

    @Override
    public void forEach(Sql sql, int fetchSize, Consumer<Row> consumer) {
        ReadingStatement.require(sql);
        run(() -> {
            lease.statements().forEach(sql, fetchSize, consumer);
            return true;
        });
    }

    @Override
    public Table table(Sql sql, int limit) {
        ReadingStatement.require(sql);
        return run(() -> lease.statements().table(sql, limit));
    }

    @Override
    public <T> T within(Supplier<T> reads) {
        run(() -> lease.statements().count(Sql.of("SAVEPOINT partywall"), 0));
        try {
            T result = reads.get();
            run(() -> lease.statements().count(Sql.of("RELEASE SAVEPOINT partywall"), 0));
            return result;
        } catch (Failure refused) {
            run(() -> lease.statements().count(Sql.of("ROLLBACK TO SAVEPOINT partywall"), 0));
            throw refused;
        }
    }

    private <T> T run(SqlWork<T> work) {
        if (!lease.statements().inTransaction()) {
            throw new IllegalStateException("the transaction of this session has ended");
        }
        return Refusals.translated(lease, work);
    }
}
