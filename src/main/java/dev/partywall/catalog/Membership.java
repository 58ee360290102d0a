package dev.partywall.catalog;

/**
 * {@code member} belongs to {@code role}. Before PostgreSQL 16 {@code inherit} is the member's own attribute and
 * {@code set} is always true.
 *
 * @param inherit the member has the role's rights without SET ROLE
 * @param set the member may SET ROLE to it
 * @param admin the member may grant it
 */
public record Membership(String role, String member, String grantor, boolean inherit, boolean set, boolean admin) {}
