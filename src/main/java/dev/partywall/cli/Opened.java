package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.connect.Link;
import dev.partywall.demo.EmbeddedServer;
import org.jspecify.annotations.Nullable;

/**
 * A database opened for one command.
 *
 * @param server the demo's own; null when the database is somebody else's
 */
record Opened(Link link, @Nullable EmbeddedServer server) implements AutoCloseable {
    Inspection inspect() {
        return Inspector.inspect(link);
    }

    @Override
    public void close() {
        link.close();
        if (server != null) {
            server.close();
        }
    }
}
