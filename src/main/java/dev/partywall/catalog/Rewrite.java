package dev.partywall.catalog;

/**
 * A rule made by CREATE RULE; the rules that make views are not listed.
 *
 * @param event SELECT, INSERT, UPDATE or DELETE
 * @param instead DO INSTEAD, as against DO ALSO
 */
public record Rewrite(
        RelationName relation, String name, String event, boolean instead, boolean enabled, String definition) {}
