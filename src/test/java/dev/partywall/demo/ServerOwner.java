package dev.partywall.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A program of its own that starts a server, tells which, and ends in the way its first argument or its killer wants. */
public final class ServerOwner {
    private ServerOwner() {}

    public static void main(String[] args) throws Exception {
        EmbeddedServer server = EmbeddedServer.start();
        System.out.println(one(server, "SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)"));
        System.out.println(one(server, "SHOW data_directory"));
        switch (args[0]) {
            case "return" -> {}
            case "exit" -> System.exit(0);
            case "throw" -> throw new IllegalStateException("crashed on purpose");
            default -> System.in.read();
        }
    }

    private static String one(EmbeddedServer server, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url("postgres") + "?user=postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
