package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the rows without a tenant. */
final class Gaps {
    private static final int MOST_NAMED = 20;
    private static final long COUNTED_IN_FULL = 20_000_000;

    private final Inspection inspection;
    private final Session bypass;
    private final KnownTenants known;
    private final long countedInFull;

    Gaps(Inspection inspection, Session bypass) {
        this(inspection, bypass, COUNTED_IN_FULL);
    }

    /** @param countedInFull rows up to which a table is counted, not estimated */
    Gaps(Inspection inspection, Session bypass, long countedInFull) {
        this.countedInFull = countedInFull;
        this.inspection = inspection;
        this.bypass = bypass;
        this.known = KnownTenants.read(bypass, inspection.tenancy());
    }

    /** Of every relation that has a tenant column; partitions are counted with their parent. */
    List<Gap> find() {
        List<String> schemas = inspection.tenancy().schemas();
        return inspection.snapshot().relations().stream()
                .filter(relation ->
                        schemas.isEmpty() || schemas.contains(relation.name().schema()))
                .filter(relation -> !relation.partitionOf())
                .filter(relation -> relation.kind() != Relation.Kind.VIEW)
                .filter(relation -> !inspection.tenancy().shared().contains(relation.name()))
                .flatMap(relation -> gap(relation).stream())
                .toList();
    }

    /** Of one relation; empty where it has no tenant column. */
    private Optional<Gap> gap(Relation relation) {
        return Target.tenantColumn(inspection, relation).map(column -> gap(relation, column));
    }

    private Gap gap(Relation relation, Column column) {
        Optional<String> refusal = Target.refusal(inspection, relation);
        if (refusal.isPresent()) {
            return refused(relation, column, refusal.get());
        }
        try {
            return bypass.within(() -> counted(relation, column));
        } catch (Failure unreadable) {
            return refused(relation, column, "its rows cannot be counted: " + unreadable.getMessage());
        }
    }

    private static Gap refused(Relation relation, Column column, String why) {
        return new Gap(relation.name(), column.name(), 0, false, 0, 0, 0, Map.of(), null, List.of(), List.of(), why);
    }

    private Gap counted(Relation relation, Column column) {
        Target target = Target.of(inspection, relation.name());
        Sampling sampling = Sampling.of(relation, countedInFull);
        Map<@Nullable String, Long> counts = Counts.perTenant(bypass, target, sampling);
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        long without = counts.getOrDefault(null, 0L);
        long empty = counts.getOrDefault("", 0L);
        Map<String, Long> unknown = unknown(target, counts);
        return new Gap(
                relation.name(),
                column.name(),
                rows,
                sampling.partial(),
                without,
                empty,
                unknown.values().stream().mapToLong(Long::longValue).sum(),
                largest(unknown),
                without == 0 || sampling.partial() ? null : since(target).orElse(null),
                column.notNull() ? List.of() : reasons(relation, column),
                seenBy(target),
                null);
    }

    private List<String> reasons(Relation relation, Column column) {
        List<String> reasons = new ArrayList<>(Surroundings.reasons(relation, column));
        if (inspection.tenancy().nullTenantMeans() == NullTenantMeans.SHARED) {
            reasons.addFirst("The profile says that rows without a tenant are shared by everybody: they may be meant.");
        }
        return reasons;
    }

    private List<String> seenBy(Target target) {
        List<String> seen = new ArrayList<>(Surroundings.seenBy(target.relation(), target.column()));
        seen.addAll(Hurdles.of(bypass::list, target).sentences());
        return seen;
    }

    private Map<String, Long> unknown(Target target, Map<@Nullable String, Long> counts) {
        Map<String, Long> unknown = new TreeMap<>();
        counts.forEach((tenant, rows) -> {
            if (tenant != null && !tenant.isEmpty() && !known.contains(target, tenant)) {
                unknown.put(tenant, rows);
            }
        });
        return unknown;
    }

    private static Map<String, Long> largest(Map<String, Long> unknown) {
        Map<String, Long> largest = new LinkedHashMap<>();
        unknown.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_NAMED)
                .forEach(entry -> largest.put(entry.getKey(), entry.getValue()));
        return largest;
    }

    private Optional<String> since(Target target) {
        return Surroundings.creationTime(target.relation()).map(created -> {
            Sql sql = SqlTemplate.fill(
                    "since.sql", Map.of("created", created, "table", target.table(), "column", target.quotedColumn()));
            List<String> times = new ArrayList<>();
            bypass.list(sql, row -> times.add(row.text(1) + " to " + row.text(2)));
            return times.getFirst();
        });
    }
}
