package dev.partywall.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between client and server and counts how often the client speaks after the server did. */
final class CountingProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final AtomicLong roundTrips = new AtomicLong();

    /** @param server the port of a server on this machine */
    CountingProxy(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Of all connections so far. */
    long roundTrips() {
        return roundTrips.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                AtomicBoolean answered = new AtomicBoolean(true);
                Thread.ofVirtual()
                        .start(() -> pass(client, there, () -> {
                            if (answered.getAndSet(false)) {
                                roundTrips.incrementAndGet();
                            }
                        }));
                Thread.ofVirtual().start(() -> pass(there, client, () -> answered.set(true)));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void pass(Socket from, Socket to, Runnable passing) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[1 << 16];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                passing.run();
                out.write(bytes, 0, read);
            }
        } catch (IOException ended) {
            // One side went away: both are closed.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
