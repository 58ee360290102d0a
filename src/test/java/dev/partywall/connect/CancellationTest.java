package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Cancel stops the statement on the server, not only here. */
class CancellationTest {
    private static final Walls WALLS = Walls.open();

    @AfterAll
    static void close() {
        WALLS.close();
    }

    private final Cancellation cancellation = new Cancellation();
    private final Link link = WALLS.link().stoppedBy(cancellation);

    private static long running(String marker) {
        Sql sql = Sql.of(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE ?",
                "%" + marker + "%");
        return WALLS.link().read(SessionContext.bypass(), "watch", s -> Long.parseLong(s.value(sql)));
    }

    private static void cancelOnceRunning(Cancellation cancellation, String marker) {
        while (running(marker) == 0) {
            Thread.onSpinWait();
        }
        cancellation.cancel();
    }

    @Test
    void stopsAStatementOnTheServer() {
        CompletableFuture<?> work = CompletableFuture.supplyAsync(() -> link.read(
                SessionContext.bypass(), "long", s -> s.value(Sql.of("SELECT pg_sleep(600)::text || 'stops_one'"))));
        cancelOnceRunning(cancellation, "stops_one");
        assertThatThrownBy(work::get).hasCauseInstanceOf(CancellationException.class);
        assertThat(running("stops_one")).isZero();
    }

    @Test
    void stopsAPageAndAProbe() {
        Sql sleeping = Sql.of("SELECT pg_sleep(600)::text || 'stops_page'");
        CompletableFuture<?> page = CompletableFuture.supplyAsync(
                () -> link.page(SessionContext.bypass(), Walls.ORDER, sleeping, 1, "long"));
        cancelOnceRunning(cancellation, "stops_page");
        assertThatThrownBy(page::get).hasCauseInstanceOf(CancellationException.class);

        Cancellation other = new Cancellation();
        CompletableFuture<?> probe = CompletableFuture.supplyAsync(() -> WALLS.link()
                .stoppedBy(other)
                .probe(SessionContext.bypass(), "long", s -> s.attempt(Sql.of("SELECT pg_sleep(600), 'stops_probe'"))));
        cancelOnceRunning(other, "stops_probe");
        assertThatThrownBy(probe::get).hasCauseInstanceOf(CancellationException.class);
        assertThat(running("stops_")).isZero();
    }

    @Test
    void stopsRowsThatArriveSlowly() {
        Sql slow = Sql.of(
                "SELECT i, pg_sleep(CASE WHEN i > 50 THEN 600 ELSE 0 END), 'stops_rows' FROM generate_series(1, 100) i");
        List<Long> seen = new ArrayList<>();
        CompletableFuture<?> work = CompletableFuture.runAsync(() -> link.read(SessionContext.bypass(), "long", s -> {
            s.forEach(slow, 10, row -> seen.add(row.number(1)));
            return 0;
        }));
        cancelOnceRunning(cancellation, "stops_rows");
        assertThatThrownBy(work::get).hasCauseInstanceOf(CancellationException.class);
        assertThat(seen).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void nothingBeginsOnceCancelled() {
        List<Activity> told = new ArrayList<>();
        WALLS.link().onActivity(told::add);
        cancellation.cancel();
        assertThatThrownBy(() -> link.read(SessionContext.bypass(), "late", s -> s.value(Sql.of("SELECT 1"))))
                .isInstanceOf(CancellationException.class);
        assertThat(told).extracting(Activity::outcome).contains("cancelled");
    }

    @Test
    void stopsBetweenStatements() {
        assertThatThrownBy(() -> link.read(SessionContext.bypass(), "two", s -> {
                    s.value(Sql.of("SELECT 1"));
                    cancellation.cancel();
                    return s.value(Sql.of("SELECT 2"));
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void othersGoOn() {
        cancellation.cancel();
        assertThat(WALLS.link().<String>read(SessionContext.bypass(), "other", s -> s.value(Sql.of("SELECT 'on'"))))
                .isEqualTo("on");
    }
}
