package dev.partywall.access;

import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;

/**
 * One thing to find out.
 *
 * @param rights whose privileges and policies count: the caller, or the owner of a view on the way
 * @param caller who runs the statement
 * @param reading whether the statement reads a column besides writing
 * @param named whether the statement names the relation, so that USAGE on its schema is asked for; not so behind a view
 * @param reads the columns that must be readable, where a view says so
 */
record Question(
        String rights,
        String caller,
        Relation relation,
        Privilege command,
        boolean reading,
        boolean named,
        List<String> reads) {

    static Question of(String role, Relation relation, Privilege command, boolean reading) {
        return new Question(role, role, relation, command, reading, true, List.of());
    }

    /** The same behind the view that was asked about. An invoker view asks the caller's rights even within other views. */
    Question behind(Relation base, Privilege wanted, List<String> columns) {
        Relation.View view = relation.view();
        boolean invoker = view != null && view.securityInvoker();
        return new Question(invoker ? caller : relation.owner(), caller, base, wanted, reading, false, columns);
    }

    boolean readsRows() {
        return command == Privilege.SELECT || reading;
    }
}
