package dev.partywall.catalog;

/** A role and its attributes (CREATE ROLE). */
public record Role(
        String name,
        boolean superuser,
        boolean bypassRls,
        boolean createRole,
        boolean createDb,
        boolean login,
        boolean inherit,
        boolean replication) {}
