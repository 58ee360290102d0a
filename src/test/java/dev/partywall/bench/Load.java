package dev.partywall.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** As pgbench: clients that each read a row and change another, at random places, at a steady pace. */
final class Load {
    private static final int CLIENTS = 4;
    /** Of each client. */
    private static final int A_SECOND = 50;

    private Load() {}

    /** What is measured. */
    interface Work {
        void run() throws Exception;
    }

    /** @param micros sorted, one for each transaction */
    record Figures(long millis, long[] micros) {
        double p99() {
            return at(0.99);
        }

        private double at(double share) {
            return micros[(int) Math.min(micros.length - 1L, Math.round(micros.length * share))] / 1000.0;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d ms, %,d transactions, median %.1f ms, 95th %.1f, 99th %.1f, slowest %.1f ms",
                    millis,
                    micros.length,
                    at(0.5),
                    at(0.95),
                    at(0.99),
                    at(1));
        }
    }

    static long millis(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** The load while something else runs; what was slower because of it. */
    static Figures beside(String url, int rows, Work work) throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<List<Long>>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int seed = i;
            Callable<List<Long>> client = () -> client(url, rows, new Random(seed), stopped);
            clients.add(threads.submit(client));
        }
        long millis = millis(work);
        stopped.set(true);
        LongStream.Builder micros = LongStream.builder();
        for (Future<List<Long>> client : clients) {
            client.get().forEach(micros::add);
        }
        threads.shutdown();
        return new Figures(millis, micros.build().sorted().toArray());
    }

    private static List<Long> client(String url, int rows, Random random, AtomicBoolean stopped) throws SQLException {
        List<Long> micros = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "postgres", null);
                PreparedStatement read = connection.prepareStatement("SELECT quantity FROM order_item WHERE id = ?");
                PreparedStatement change =
                        connection.prepareStatement("UPDATE order_item SET quantity = quantity + 1 WHERE id = ?")) {
            connection.setAutoCommit(false);
            while (!stopped.get()) {
                long start = System.nanoTime();
                read.setString(1, id(rows, random));
                read.executeQuery().close();
                change.setString(1, id(rows, random));
                change.executeUpdate();
                connection.commit();
                long took = System.nanoTime() - start;
                micros.add(TimeUnit.NANOSECONDS.toMicros(took));
                LockSupport.parkNanos(Math.max(0, TimeUnit.SECONDS.toNanos(1) / A_SECOND - took));
            }
        }
        return micros;
    }

    private static String id(int rows, Random random) {
        return String.format(Locale.ROOT, "orditem_b%012d", 1 + random.nextInt(rows));
    }
}
