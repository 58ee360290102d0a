package dev.partywall.connect;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A {@link ProbeSession} on a lent connection. The lease rolls back when it is given back; nothing here commits. */
final class RolledBackSession implements ProbeSession {
    private static final String UNDO = "ROLLBACK TO SAVEPOINT attempt";

    private final Lease lease;
    private final Attestation attestation;
    /** Rolling back to a savepoint leaves it where it is, for the next attempt. */
    private boolean saved;

    private RolledBackSession(Lease lease, Attestation attestation) {
        this.lease = lease;
        this.attestation = attestation;
    }

    static RolledBackSession begin(Lease lease, SessionContext context) throws SQLException {
        lease.beginTransactions(false);
        Sql opening = new Opening()
                .transaction("ISOLATION LEVEL READ COMMITTED, READ WRITE")
                .context(context, Timeouts.PROBE_LOCK, Timeouts.PROBE)
                .attest(context, null)
                .sql();
        Attestation attestation =
                Opening.attested(context, lease.statements().together(opening).getLast());
        new Intention(lease.address().user(), context, false).verify(attestation);
        return new RolledBackSession(lease, attestation);
    }

    @Override
    public Attestation attestation() {
        return attestation;
    }

    @Override
    public Attempt attempt(Sql... statements) {
        for (Sql sql : statements) {
            TransactionCommand.refuse(sql);
        }
        return run(() -> {
            if (!saved) {
                lease.statements().count(Sql.of("SAVEPOINT attempt"), 0);
                saved = true;
            }
            return tried(List.of(statements));
        });
    }

    /** What runs to its end is undone in the same round trip. */
    private Attempt tried(List<Sql> statements) throws SQLException {
        boolean copy = statements.stream().anyMatch(sql -> CopyStatement.is(sql.text()));
        try {
            if (copy) {
                return oneByOne(statements);
            }
            return new Attempt.Done(lease.statements().countThen(statements, UNDO, MOST_COUNTED));
        } catch (PSQLException e) {
            Attempt refused = refused(e);
            undo();
            return refused;
        }
    }

    private Attempt oneByOne(List<Sql> statements) throws SQLException {
        long rows = 0;
        for (Sql sql : statements) {
            rows = lease.statements().count(sql, MOST_COUNTED);
        }
        undo();
        return new Attempt.Done(rows);
    }

    private void undo() throws SQLException {
        lease.statements().count(Sql.of(UNDO), 0);
    }

    private Attempt refused(PSQLException e) throws PSQLException {
        lease.cancellation().check();
        ServerErrorMessage said = e.getServerErrorMessage();
        if (said == null || !lease.statements().inTransaction()) {
            throw e;
        }
        return refused(said);
    }

    private static Attempt refused(ServerErrorMessage said) {
        return new Attempt.Refused(
                Objects.requireNonNullElse(said.getSQLState(), ""),
                Objects.requireNonNullElse(said.getMessage(), ""),
                said.getConstraint(),
                said.getTable(),
                said.getWhere());
    }

    @Override
    public Attempt keep(Sql statement) {
        TransactionCommand.refuse(statement);
        // The next attempt makes a savepoint that has this behind it.
        saved = false;
        return run(() -> {
            lease.statements().count(Sql.of("SAVEPOINT attempt"), 0);
            try {
                return new Attempt.Done(lease.statements().count(statement, 0));
            } catch (PSQLException e) {
                Attempt refused = refused(e);
                undo();
                return refused;
            }
        });
    }

    @Override
    public void apply(Map<String, String> settings) {
        if (!settings.isEmpty()) {
            // What is set after a savepoint is undone with it: the next attempt makes another.
            saved = false;
            run(() ->
                    lease.statements().together(new Opening().settings(settings).sql()));
        }
    }

    @Override
    public <T> List<T> list(Sql sql, RowMapper<T> mapper) {
        TransactionCommand.refuse(sql);
        return run(() -> lease.statements().list(sql, mapper));
    }

    private <T> T run(SqlWork<T> work) {
        return Refusals.translated(lease, work);
    }
}
