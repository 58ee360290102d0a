package dev.partywall.connect;

import java.sql.SQLException;

/** Work on a connection that the server may refuse. */
@FunctionalInterface
interface SqlWork<T> {
    T run() throws SQLException;
}
