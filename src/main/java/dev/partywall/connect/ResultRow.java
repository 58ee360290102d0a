package dev.partywall.connect;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row a result stands on. */
record ResultRow(ResultSet result) implements Row {
    @Override
    public @Nullable String text(int column) {
        try {
            return result.getString(column);
        } catch (SQLException e) {
            throw new IllegalArgumentException("no column " + column, e);
        }
    }
}
