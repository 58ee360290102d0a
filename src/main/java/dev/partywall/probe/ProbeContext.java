package dev.partywall.probe;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which session an attempt was made. {@code tenant} is set for {@link Kind#TENANT} only. */
public record ProbeContext(Kind kind, @Nullable String tenant) {
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
}
