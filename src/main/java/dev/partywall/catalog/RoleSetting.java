package dev.partywall.catalog;

import org.jspecify.annotations.Nullable;

/**
 * ALTER ROLE ... [IN DATABASE ...] SET, ALTER DATABASE ... SET, for this database.
 *
 * @param role null: every role
 * @param inThisDatabase said for this database, as against for all
 */
public record RoleSetting(@Nullable String role, boolean inThisDatabase, String name, String value) {}
