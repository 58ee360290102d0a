package dev.partywall.connect;

import dev.partywall.failure.Failure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who a transaction was meant to be. Where the server attests anything else, nothing read in it is handed out.
 *
 * @param user the role that logged in
 */
record Intention(String user, SessionContext context, boolean readOnly) {
    /** @throws Failure naming what differs */
    void verify(Attestation attestation) {
        same("session user", user, attestation.sessionUser());
        same("current user", context.role() == null ? user : context.role(), attestation.currentUser());
        same("transaction_read_only", onOff(readOnly), onOff(attestation.transactionReadOnly()));
        context.settings()
                .forEach((name, value) ->
                        same(name, value, attestation.settings().get(name)));
    }

    private static void same(String what, @Nullable String meant, @Nullable String attested) {
        if (!Objects.equals(meant, attested)) {
            throw Failure.incomplete(
                    "The server says that " + what + " is " + shown(attested) + ", not " + shown(meant)
                            + ", so the rows are withheld.",
                    "Look for what sets it: a default of the role or the database, a pooler in between, or a function.");
        }
    }

    private static String shown(@Nullable String value) {
        return value == null ? "unset" : "'" + value + "'";
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
