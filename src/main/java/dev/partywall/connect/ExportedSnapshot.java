package dev.partywall.connect;

import java.util.function.Function;

/** A {@link SharedSnapshot} on a lent bypass session. */
record ExportedSnapshot(String id, Session bypass, Link link, String purpose) implements SharedSnapshot {
    @Override
    public <T> T as(SessionContext context, Function<Session, T> reading) {
        return link.join(context, id, purpose, reading);
    }
}
