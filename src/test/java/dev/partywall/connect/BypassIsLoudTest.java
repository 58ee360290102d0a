package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.failure.Failure;
import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Surroundings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Promise 8. */
class BypassIsLoudTest {
    private static final Sql NAMES =
            Sql.of("SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()");

    @Test
    void bothSidesAreNamedOnTheServer() {
        try (Walls walls = Walls.open()) {
            Link link = walls.link();
            String bypass = link.read(SessionContext.bypass(), "name", s -> s.value(NAMES));
            String writing =
                    link.write("name", s -> s.list(NAMES, row -> row.get(1)).getFirst());
            String app = link.read(Walls.as("acme"), "name", s -> s.value(NAMES));
            String fresh = link.read(SessionContext.nobody(), "name", s -> s.value(NAMES));
            assertThat(List.of(bypass, writing)).containsOnly("partywall/bypass");
            assertThat(List.of(app, fresh)).containsOnly("partywall/app");
        }
    }

    @Test
    void everyBypassSessionIsToldHoweverItEnds() {
        try (Walls walls = Walls.open()) {
            List<Activity> told = new ArrayList<>();
            walls.link().onActivity(told::add);
            walls.link().compare(Walls.as("acme"), "compare", (app, bypass) -> 1);
            walls.link().write("write", s -> 1);
            walls.link().probe(SessionContext.bypass(), "probe", s -> 1);
            assertThatThrownBy(() ->
                            walls.link().read(SessionContext.bypass(), "fail", s -> s.value(Sql.of("SELECT 1/0"))))
                    .isInstanceOf(Failure.class);
            assertThat(told)
                    .filteredOn(activity -> activity.side() == Side.BYPASS)
                    .extracting(Activity::purpose)
                    .containsExactly("compare", "write", "probe", "fail");
            assertThat(told.getLast().outcome()).contains("division by zero");
        }
    }

    @Test
    void afterASleepItIsReconnectedOnlyWhenAPersonSaysSo() {
        AtomicReference<Instant> wall = new AtomicReference<>(Instant.EPOCH);
        SleepWatch watch = new SleepWatch(wall::get, () -> 0);
        try (Walls walls = Walls.open();
                Link link = Link.open(
                        Walls.profile(walls.database()), PasswordPrompt.none(), Surroundings.actual(), watch, 2)) {
            int before = link.read(
                    SessionContext.bypass(), "before", s -> s.attestation().backendPid());
            wall.set(Instant.EPOCH.plusSeconds(3600));
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> link.read(SessionContext.bypass(), "after", s -> 1))
                        .isInstanceOf(Failure.class)
                        .hasMessageContaining("The machine slept");
            }
            int app = link.read(Walls.as("acme"), "after", s -> s.attestation().backendPid());
            assertThat(link.bypassWithheld()).isTrue();
            link.reconnectBypass();
            assertThat(link.bypassWithheld()).isFalse();
            int after = link.read(
                    SessionContext.bypass(), "after", s -> s.attestation().backendPid());
            assertThat(List.of(app, after)).doesNotContain(before);
        }
    }
}
