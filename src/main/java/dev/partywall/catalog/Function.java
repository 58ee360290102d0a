package dev.partywall.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function or procedure outside the system schemas.
 *
 * @param arguments as {@code pg_get_function_identity_arguments} prints them
 * @param volatility IMMUTABLE, STABLE or VOLATILE
 * @param settings {@code proconfig}: "search_path=pg_catalog, pg_temp" and the like
 * @param body the source where the language has one; null for C and internal
 * @param returns as {@code pg_get_function_result} prints it; null for a procedure
 */
public record Function(
        long oid,
        String schema,
        String name,
        String arguments,
        Kind kind,
        String language,
        String owner,
        boolean securityDefiner,
        Volatility volatility,
        boolean leakproof,
        List<String> settings,
        @Nullable String body,
        @Nullable String returns,
        List<Grant> grants) {

    /** The kinds of {@code pg_proc.prokind}. */
    public enum Kind {
        FUNCTION,
        PROCEDURE,
        AGGREGATE,
        WINDOW
    }

    /** {@code pg_proc.provolatile}. */
    public enum Volatility {
        IMMUTABLE,
        STABLE,
        VOLATILE
    }

    public Function {
        settings = List.copyOf(settings);
        grants = List.copyOf(grants);
    }

    /** {@code app.search(text)}, quoted where needed. */
    public String signature() {
        return Identifiers.quote(schema) + "." + Identifiers.quote(name) + "(" + arguments + ")";
    }
}
