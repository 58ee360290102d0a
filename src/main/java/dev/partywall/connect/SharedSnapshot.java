package dev.partywall.connect;

import java.util.function.Function;

/**
 * One instant of the database, held by a bypass session, at which others can look as well, one after another. Not for
 * use by several threads.
 */
public sealed interface SharedSnapshot permits ExportedSnapshot {
    /** As {@code pg_export_snapshot()} named it. */
    String id();

    /** The session that holds it. */
    Session bypass();

    /**
     * Lets another session look at the same instant.
     *
     * @throws dev.partywall.failure.Failure when it cannot be had, or the server attests another context; this snapshot
     *     stays usable
     */
    <T> T as(SessionContext context, Function<Session, T> reading);
}
