package dev.partywall.connect;

import dev.partywall.failure.Failure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Parser;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/** Sends statements over one connection, one at a time, by the extended protocol, and counts the rows they bring. */
final class Statements {
    private final PgConnection connection;
    private final Cancellation cancellation;
    private String mark = "";
    private long rows;

    Statements(PgConnection connection, Cancellation cancellation) {
        this.connection = connection;
        this.cancellation = cancellation;
    }

    /** From now on every statement begins with {@link Link#CONTROL}, by which the server's log tells it. */
    void markAsControl() {
        mark = Link.CONTROL + " ";
    }

    /** Rows brought or affected so far. */
    long rows() {
        return rows;
    }

    <T> List<T> list(Sql sql, RowMapper<T> mapper) throws SQLException {
        List<T> found = new ArrayList<>();
        forEach(sql, 0, row -> found.add(mapper.map(row)));
        return found;
    }

    void forEach(Sql sql, int fetchSize, Consumer<Row> consumer) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            statement.setFetchSize(fetchSize);
            if (statement.execute()) {
                ResultSet result = statement.getResultSet();
                Row row = new ResultRow(result);
                while (result.next()) {
                    cancellation.check();
                    rows++;
                    consumer.accept(row);
                }
            }
        }
    }

    Table table(Sql sql, int limit) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            statement.setMaxRows(Math.addExact(limit, 1));
            Table table = statement.execute()
                    ? table(statement.getResultSet(), limit)
                    : new Table(List.of(), List.of(), false);
            rows += table.rows().size();
            return table;
        }
    }

    /** Rows affected, or brought if the statement brings rows; at most {@code limit} of the latter are looked at. */
    long count(Sql sql, int limit) throws SQLException {
        if (CopyStatement.is(sql.text())) {
            refuseSeveral(sql.text());
            return CopyStatement.run(connection, sql.text());
        }
        try (PreparedStatement statement = prepare(sql)) {
            statement.setMaxRows(limit);
            statement.setFetchSize(Math.min(limit, 1000));
            long counted = statement.execute() ? count(statement.getResultSet()) : statement.getLargeUpdateCount();
            rows += Math.max(counted, 0);
            return Math.max(counted, 0);
        }
    }

    /**
     * Statements in turn and then one of our own, all in one round trip; where one is refused, those after it are not run.
     *
     * @return rows affected or brought by the last but one
     */
    long countThen(List<Sql> statements, String last, int limit) throws SQLException {
        cancellation.check();
        List<String> texts = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (Sql sql : statements) {
            refuseSeveral(sql.text());
            texts.add(sql.text());
            values.addAll(sql.values());
        }
        texts.add(last);
        try (PreparedStatement statement = connection.prepareStatement(String.join("\n;\n", texts))) {
            bind(statement, values);
            statement.setMaxRows(limit);
            long counted = countOf(statement, statements.size());
            rows += counted;
            return counted;
        }
    }

    private long countOf(PreparedStatement statement, int number) throws SQLException {
        boolean hasRows = statement.execute();
        for (int i = 1; i < number; i++) {
            hasRows = statement.getMoreResults();
        }
        return Math.max(0, hasRows ? count(statement.getResultSet()) : statement.getLargeUpdateCount());
    }

    private long count(ResultSet result) throws SQLException {
        long counted = 0;
        while (result.next()) {
            cancellation.check();
            counted++;
        }
        return counted;
    }

    /** Several statements of our own in one round trip; gives the first row each brought that brings rows. */
    List<List<@Nullable String>> together(Sql sql) throws SQLException {
        List<List<@Nullable String>> firstRows = new ArrayList<>();
        each(sql, 1, result -> {
            if (result.next()) {
                firstRows.add(texts(result, result.getMetaData().getColumnCount()));
            }
        });
        return firstRows;
    }

    /**
     * Several statements of our own in one round trip: the first bring a row each, about us, and the last one rows for people.
     *
     * @param headings of those rows; the driver is asked, and may ask the server once more, where they are empty
     */
    Answers answers(Sql sql, int aboutUs, int limit, List<Table.Heading> headings) throws SQLException {
        List<List<@Nullable String>> firstRows = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        each(sql, Math.addExact(limit, 1), result -> {
            if (firstRows.size() == aboutUs) {
                tables.add(table(result, headings.isEmpty() ? headings(result.getMetaData()) : headings, limit));
            } else if (result.next()) {
                firstRows.add(texts(result, result.getMetaData().getColumnCount()));
            }
        });
        rows += tables.getFirst().rows().size();
        return new Answers(firstRows, tables.getFirst());
    }

    /** What {@link #answers} brought. */
    record Answers(List<List<@Nullable String>> aboutUs, Table rows) {}

    private void each(Sql sql, int maxRows, ResultWork work) throws SQLException {
        cancellation.check();
        try (PreparedStatement statement = connection.prepareStatement(mark + sql.text())) {
            bind(statement, sql.values());
            statement.setMaxRows(maxRows);
            boolean hasRows = statement.execute();
            while (hasRows || statement.getUpdateCount() >= 0) {
                if (hasRows) {
                    work.on(statement.getResultSet());
                }
                hasRows = statement.getMoreResults();
            }
        }
    }

    /** What is done with one of several results. */
    @FunctionalInterface
    private interface ResultWork {
        void on(ResultSet result) throws SQLException;
    }

    boolean inTransaction() {
        return connection.getTransactionState() != TransactionState.IDLE;
    }

    /** Whether the server refuses everything until the transaction ends. */
    boolean inFailedTransaction() {
        return connection.getTransactionState() == TransactionState.FAILED;
    }

    private PreparedStatement prepare(Sql sql) throws SQLException {
        cancellation.check();
        refuseSeveral(sql.text());
        PreparedStatement statement = connection.prepareStatement(mark + sql.text());
        try {
            bind(statement, sql.values());
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /**
     * The driver splits a text at its semicolons, by the same parser that is asked here; what it takes for one statement
     * the server takes for one, or refuses.
     */
    void refuseSeveral(String text) throws SQLException {
        boolean standard = connection.getStandardConformingStrings();
        if (Parser.parseJdbcSql(text, standard, true, true, false, false).size() > 1) {
            throw Failure.usage("This holds several statements, and only one is sent.", "Send them one by one.");
        }
    }

    static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static Table table(ResultSet result, int limit) throws SQLException {
        return table(result, headings(result.getMetaData()), limit);
    }

    private static Table table(ResultSet result, List<Table.Heading> headings, int limit) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        boolean more = false;
        while (!more && result.next()) {
            more = rows.size() == limit;
            if (!more) {
                rows.add(texts(result, headings.size()));
            }
        }
        return new Table(headings, rows, more);
    }

    private static List<@Nullable String> texts(ResultSet result, int columns) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            texts.add(result.getString(column));
        }
        return texts;
    }

    private static List<Table.Heading> headings(ResultSetMetaData columns) throws SQLException {
        List<Table.Heading> headings = new ArrayList<>(columns.getColumnCount());
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            headings.add(new Table.Heading(columns.getColumnLabel(column), type(columns.getColumnTypeName(column))));
        }
        return headings;
    }

    /** The driver calls a column after what fills it. */
    private static String type(String name) {
        return switch (name) {
            case "smallserial" -> "int2";
            case "serial" -> "int4";
            case "bigserial" -> "int8";
            default -> name;
        };
    }
}
