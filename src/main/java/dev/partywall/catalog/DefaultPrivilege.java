package dev.partywall.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What ALTER DEFAULT PRIVILEGES grants on objects yet to be made.
 *
 * @param role whose new objects
 * @param schema null: in every schema
 * @param objectKind r relation, S sequence, f function, T type, n schema
 */
public record DefaultPrivilege(String role, @Nullable String schema, String objectKind, Grant grant) {}
