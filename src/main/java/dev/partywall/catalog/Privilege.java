package dev.partywall.catalog;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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
    TEMPORARY;

    /** The same privileges as an immutable set in the order of this list. */
    static Set<Privilege> inOrder(Set<Privilege> privileges) {
        Set<Privilege> ordered = EnumSet.noneOf(Privilege.class);
        ordered.addAll(privileges);
        return Collections.unmodifiableSet(ordered);
    }
}
