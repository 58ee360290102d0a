package dev.partywall.access;

/**
 * One step of the path that leads to an access.
 *
 * @param code what kind of step: grant, owner, superuser, bypassrls, force, policy, membership, schema, view, ...
 * @param text one plain sentence
 */
public record Reason(String code, String text) {}
