package dev.partywall.catalog;

/** A rule made by CREATE RULE; the rules that make views are not listed. */
public record Rewrite(RelationName relation, String name, String event, boolean enabled, String definition) {}
