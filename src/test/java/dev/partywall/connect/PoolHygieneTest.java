package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.partywall.failure.Failure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** No connection carries a tenant from one session to the next. */
class PoolHygieneTest {
    private static final Sql TENANT = Sql.of("SELECT coalesce(current_setting('app.tenant', true), '')");
    private static final Sql ROWS = Sql.of("SELECT \"tenantId\" FROM \"order\"");
    private static final SessionContext NO_TENANT = SessionContext.app(java.util.Map.of());

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    @Test
    void aThousandMixedReadsLeaveNoTenantBehind() {
        try (Walls walls = Walls.open(2)) {
            Set<Integer> backends = new HashSet<>();
            for (int i = 0; i < 1000; i++) {
                backends.add(mixedRead(walls.link()));
            }
            assertThat(backends).hasSizeBetween(1, 2);
            holdBothAndLook(walls.link());
        }
    }

    private int mixedRead(Link link) {
        String tenant = random.nextBoolean() ? "acme" : "it's \"ü\"";
        SessionContext context = Walls.as(tenant);
        switch (random.nextInt(5)) {
            case 0 ->
                assertThat(link.page(context, Walls.ORDER, ROWS, 100, "page")
                                .table()
                                .rows())
                        .hasSize(10)
                        .allMatch(row -> tenant.equals(row.getFirst()));
            case 1 ->
                assertThat(link.<List<String>>read(context, "list", s -> s.list(ROWS, row -> row.get(1))))
                        .hasSize(10)
                        .containsOnly(tenant);
            case 2 ->
                assertThat(catchThrowable(() -> link.page(context, Walls.ORDER, Sql.of("SELECT 1/0"), 1, "broken")))
                        .isInstanceOf(Failure.class);
            case 3 ->
                assertThat(catchThrowable(() -> link.read(context, "broken", s -> s.value(Sql.of("SELECT 1/0")))))
                        .isInstanceOf(Failure.class);
            default -> link.probe(context, "probe", s -> s.attempt(Sql.of("SET app.tenant = 'stays?'")));
        }
        return link.read(NO_TENANT, "look", s -> {
            assertThat(s.value(TENANT)).isEmpty();
            assertThat(s.list(ROWS, row -> 1)).isEmpty();
            return s.attestation().backendPid();
        });
    }

    /** One session within the other takes both connections of the pool. */
    private void holdBothAndLook(Link link) {
        List<String> tenants = link.read(
                NO_TENANT,
                "first",
                first -> List.of(first.value(TENANT), link.read(NO_TENANT, "second", second -> second.value(TENANT))));
        assertThat(tenants).containsExactly("", "");
    }
}
