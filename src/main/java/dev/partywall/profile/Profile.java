package dev.partywall.profile;

import org.jspecify.annotations.Nullable;

/**
 * A saved database.
 *
 * @param app the role row security applies to
 * @param bypass the role that sees everything; null when the profile has none
 * @param pooler where the app role reaches the database through PgBouncer, say; null when it does not. Only the probes
 *     go that way
 * @param tenancy what is declared of the tenancy; whatever is absent is detected
 */
public record Profile(
        String name,
        Environment environment,
        Login app,
        @Nullable Login bypass,
        TenancyDeclaration tenancy,
        @Nullable Login pooler) {
    /** Without a pooler. */
    public Profile(
            String name, Environment environment, Login app, @Nullable Login bypass, TenancyDeclaration tenancy) {
        this(name, environment, app, bypass, tenancy, null);
    }

    /** The same with the app side through the pooler, if there is one. */
    public Profile throughPooler() {
        return new Profile(name, environment, pooler == null ? app : pooler, bypass, tenancy, pooler);
    }
}
