package dev.partywall.profile;

import org.jspecify.annotations.Nullable;

/**
 * A saved database.
 *
 * @param app the role row security applies to
 * @param bypass the role that sees everything; null when the profile has none
 * @param tenancy what is declared of the tenancy; whatever is absent is detected
 */
public record Profile(
        String name,
        Environment environment,
        Login app,
        @Nullable Login bypass,
        TenancyDeclaration tenancy) {}
