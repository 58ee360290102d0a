package dev.partywall.catalog;

/** Privileges of relations, columns, schemas, functions, sequences and databases (PostgreSQL 18, section 5.8). */
public enum Privilege {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    REFERENCES,
    TRIGGER,
    MAINTAIN,
    USAGE,
    CREATE,
    EXECUTE,
    CONNECT,
    TEMPORARY
}
