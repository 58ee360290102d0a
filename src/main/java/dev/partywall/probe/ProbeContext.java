package dev.partywall.probe;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In which session an attempt was made.
 *
 * @param tenant set for {@link Kind#TENANT} only
 * @param role what the app role had become by {@code SET ROLE}; null where it was itself
 * @param way by which connection
 */
public record ProbeContext(
        Kind kind, @Nullable String tenant, @Nullable String role, Way way) {
    /** The app role, or a tenant's own login, on a connection nobody else uses. */
    public ProbeContext(Kind kind, @Nullable String tenant) {
        this(kind, tenant, null, Way.DIRECT);
    }

    /** The session contexts of the report contract. */
    public enum Kind {
        TENANT,
        UNSET,
        EMPTY,
        MALFORMED,
        UNKNOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By which connection a session came about. */
    public enum Way {
        /** Of its own. */
        DIRECT,
        /** One that other tenants' sessions had used before. */
        REUSED,
        /** Through the pooler of the profile. */
        POOLER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ProbeContext by(Way other) {
        return new ProbeContext(kind, tenant, role, other);
    }

    ProbeContext become(String other) {
        return new ProbeContext(kind, tenant, other, way);
    }
}
