package dev.partywall.connect;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.copy.CopyManager;
import org.postgresql.jdbc.PgConnection;

/** {@code COPY ... TO STDOUT} and, with no row to copy, {@code COPY ... FROM STDIN}: the driver has its own way for them. */
final class CopyStatement {
    private static final Pattern TO_STDOUT = Pattern.compile("(?i)\\bTO\\s+STDOUT\\b");

    private CopyStatement() {}

    static boolean is(String text) {
        return FirstWord.of(text).equalsIgnoreCase("COPY");
    }

    /** The number of rows copied, in constant memory. */
    static long run(PgConnection connection, String text) throws SQLException {
        CopyManager copying = connection.getCopyAPI();
        try {
            return TO_STDOUT.matcher(text).find()
                    ? copying.copyOut(text, OutputStream.nullOutputStream())
                    : copying.copyIn(text, new StringReader(""));
        } catch (IOException e) {
            throw new SQLException("the copy broke off", "08006", e);
        }
    }
}
