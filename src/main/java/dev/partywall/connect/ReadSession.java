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
    private final Attestation attestation;

    private ReadSession(Lease lease, SessionContext context, Attestation attestation) {
        this.lease = lease;
        this.context = context;
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
        Attestation attestation = Opening.attested(context, lease.statements().together(opening.sql()));
        new Intention(lease.address().user(), context, true).verify(attestation);
        return new ReadSession(lease, context, attestation);
    }

    String exportSnapshot() {
        return value(Sql.of("SELECT pg_catalog.pg_export_snapshot()"));
    }

    @Override
    public Attestation attestation() {
        return attestation;
    }

    @Override
    public Attestation attestation(RelationName relation) {
        Sql sql = new Opening().attest(context, relation).sql();
        return run(() -> Opening.attested(context, lease.statements().together(sql)));
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
        return Refusals.translated(lease, work);
    }
}
