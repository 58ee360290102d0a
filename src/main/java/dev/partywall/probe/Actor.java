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
    /** The settings that are applied once the session has begun. */
    Map<String, String> later() {
        return isTenant() ? Map.of() : settings;
    }

    /** The same by another way. */
    Actor by(ProbeContext.Way way) {
        return new Actor(context.by(way), session, settings, user, leading);
    }

    /** The same, having become a role. */
    Actor become(String role) {
        SessionContext become =
                new SessionContext(session.side(), session.user(), session.settings(), role, session.fresh());
        return new Actor(context.become(role), become, settings, user, leading);
    }

    boolean isTenant() {
        return context.kind() == ProbeContext.Kind.TENANT;
    }

    /** The actor at the beginning of a sentence. */
    String words() {
        String role = context.role() == null ? "" : ", having become " + context.role();
        return switch (context.way()) {
            case DIRECT -> who() + role;
            case REUSED -> who() + role + ", on a connection that other tenants had used";
            case POOLER -> who() + role + ", through the pooler";
        };
    }

    private String who() {
        return switch (context.kind()) {
            case TENANT -> "As " + Objects.requireNonNullElse(context.tenant(), "a tenant");
            case UNSET -> "On a connection that never named a tenant";
            case EMPTY -> "With an empty tenant setting";
            case MALFORMED -> "With a tenant setting that is malformed";
            case UNKNOWN -> "With a tenant setting that is no tenant's";
        };
    }
}
