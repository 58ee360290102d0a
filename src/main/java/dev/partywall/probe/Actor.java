package dev.partywall.probe;

import dev.partywall.connect.SessionContext;
import java.util.Map;
import java.util.Objects;

/**
 * In whose session attempts are made.
 *
 * @param session how the session begins
 * @param settings those that are in force, which may have been applied later
 * @param user the role that is logged in
 * @param leading whether what is the same for all tenants is tried in this session
 */
record Actor(ProbeContext context, SessionContext session, Map<String, String> settings, String user, boolean leading) {
    boolean isTenant() {
        return context.kind() == ProbeContext.Kind.TENANT;
    }

    /** The actor at the beginning of a sentence. */
    String words() {
        return switch (context.kind()) {
            case TENANT -> "As " + Objects.requireNonNullElse(context.tenant(), "a tenant");
            case UNSET -> "On a connection that never named a tenant";
            case EMPTY -> "With an empty tenant setting";
            case MALFORMED -> "With a tenant setting that is malformed";
            case UNKNOWN -> "With a tenant setting that is no tenant's";
        };
    }
}
