package dev.partywall.catalog;

/** What a policy's FOR clause names. */
public enum Command {
    ALL,
    SELECT,
    INSERT,
    UPDATE,
    DELETE
}
