package dev.partywall.catalog;

import dev.partywall.connect.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The queries of this package, each in a file beside the code that runs it. */
final class SqlFile {
    private SqlFile() {}

    static Sql load(String name) {
        try (InputStream stream = SqlFile.class.getResourceAsStream(name + ".sql")) {
            if (stream == null) {
                throw new IllegalStateException("no " + name + ".sql beside " + SqlFile.class);
            }
            return Sql.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
