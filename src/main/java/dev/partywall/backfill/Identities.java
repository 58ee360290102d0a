package dev.partywall.backfill;

import dev.partywall.connect.Row;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.connect.WriteSession;
import dev.partywall.failure.Failure;
import java.util.Map;

/** Asks which database this is. */
final class Identities {
    private static final Sql ASK = SqlTemplate.fill("identity.sql", Map.of());

    private Identities() {}

    static Plan.Identity of(Session session) {
        return session.list(ASK, Identities::identity).getFirst();
    }

    static Plan.Identity of(WriteSession session) {
        return session.list(ASK, Identities::identity).getFirst();
    }

    /** @throws Failure when the journal was written elsewhere */
    static JournalFile require(WriteSession session, JournalFile journal) {
        Plan.Identity here = of(session);
        Plan.Identity there = journal.header().database();
        if (!here.same(there)) {
            throw Failure.usage(
                    "The journal " + journal.file() + " was written for another database (" + there.name() + ").",
                    "Connect to that one; its rows and transactions mean nothing here.");
        }
        return journal;
    }

    private static Plan.Identity identity(Row row) {
        return new Plan.Identity(row.get(1), row.get(2), row.get(3), row.get(4));
    }
}
