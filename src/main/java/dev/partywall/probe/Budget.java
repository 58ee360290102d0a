package dev.partywall.probe;

import dev.partywall.connect.ProbeSession;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.time.Duration;
import java.util.Map;

/** How long one look may take: set on the server, for the transaction, so that nothing is left running. */
record Budget(Duration limit) {
    /** What the server says when the time is over, or somebody else ended the statement. */
    static final String OVER = "57014";

    void on(Session session) {
        session.list(Sql.of("SELECT set_config('statement_timeout', ?, true)", text()), row -> row.get(1));
    }

    void on(ProbeSession session) {
        session.apply(Map.of("statement_timeout", text()));
    }

    private String text() {
        return limit.toMillis() + "ms";
    }

    /** Why a relation stays undecided, as a clause. */
    String why(Failure failure, String otherwise) {
        return OVER.equals(failure.sqlState()) ? over() : otherwise;
    }

    /** What is said where the time did not suffice. */
    String over() {
        return "it was undecided within " + limit.toSeconds() + " s";
    }
}
