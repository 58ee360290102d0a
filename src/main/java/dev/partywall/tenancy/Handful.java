package dev.partywall.tenancy;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses a few tenants out of many, so that the odd ones are among them. */
final class Handful {
    private static final Set<String> ACTIVE =
            Set.of("active", "enabled", "live", "ok", "true", "t", "1", "paid", "trial");

    private Handful() {}

    static List<Tenant> of(List<Tenant> pool, Map<Tenant, Long> rows, int count) {
        List<Tenant> withRows = pool.stream()
                .filter(tenant -> rows.getOrDefault(tenant, 0L) > 0)
                .toList();
        Comparator<Tenant> bySize = Comparator.comparing(tenant -> rows.getOrDefault(tenant, 0L));
        Set<Tenant> chosen = new LinkedHashSet<>();
        withRows.stream().max(bySize).ifPresent(chosen::add);
        withRows.stream().min(bySize).ifPresent(chosen::add);
        withRows.stream().limit(1).forEach(chosen::add);
        Stream.concat(withRows.stream(), pool.stream())
                .filter(Handful::isOdd)
                .limit(1)
                .forEach(chosen::add);
        Stream.concat(withRows.stream(), pool.stream())
                .filter(Handful::isInactive)
                .limit(1)
                .forEach(chosen::add);
        withRows.reversed().stream().limit(1).forEach(chosen::add);
        chosen.addAll(withRows);
        chosen.addAll(pool);
        return chosen.stream().limit(count).toList();
    }

    private static boolean isOdd(Tenant tenant) {
        return !tenant.id().matches("[A-Za-z0-9_-]+");
    }

    private static boolean isInactive(Tenant tenant) {
        return tenant.status() != null && !ACTIVE.contains(tenant.status().toLowerCase(Locale.ROOT));
    }
}
