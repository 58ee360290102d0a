package dev.partywall.tenancy;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Completes what a profile declares of the tenancy by what the catalogue shows. What is declared always wins. */
public final class TenancyDetector {
    private final CatalogSnapshot snapshot;
    private final TenancyDeclaration declared;
    private final Named named;
    private final List<Relation> inScope;
    private final Observations observations;
    private final List<Evidence> evidence = new ArrayList<>();
    private List<MembershipDetection.Found> memberships = List.of();

    private TenancyDetector(CatalogSnapshot snapshot, TenancyDeclaration declared) {
        this.snapshot = snapshot;
        this.declared = declared;
        this.named = new Named(snapshot);
        this.inScope = snapshot.relations().stream()
                .filter(relation -> declared.schemas().isEmpty()
                        || declared.schemas().contains(relation.name().schema()))
                .toList();
        this.observations = new Observations(snapshot, inScope);
    }

    /**
     * The tenancy of this database.
     *
     * @throws dev.partywall.failure.Failure when something declared does not exist
     */
    public static Tenancy detect(CatalogSnapshot snapshot, TenancyDeclaration declared) {
        return new TenancyDetector(snapshot, declared).tenancy();
    }

    private Tenancy tenancy() {
        new DeclarationCheck(named, inScope).check(declared);
        Map<String, String> settings = settings();
        boolean persons = !memberships.isEmpty();
        ColumnDetection detection = new ColumnDetection(observations, inScope, persons ? Set.of() : settings.keySet());
        TenantRegistry registry = registry(detection, settings.keySet());
        String usual = usualColumn(detection, registry);
        Map<RelationName, String> columns = columns(detection, usual, registry);
        TenantPaths paths = new TenantPaths(snapshot, columns, registry);
        Tenancy tenancy = new Tenancy(
                settings,
                declared.settingValues(),
                declared.loginRoles(),
                memberships(columns, registry),
                columns,
                usual,
                tenantType(columns, registry),
                registry,
                declared.schemas(),
                shared(columns, paths),
                Objects.requireNonNullElse(declared.unsetMeans(), TenancyDeclaration.UnsetMeans.NOTHING),
                Objects.requireNonNullElse(declared.nullTenantMeans(), TenancyDeclaration.NullTenantMeans.NOBODY),
                declared.systemTenants(),
                Objects.requireNonNullElse(declared.foreignWrites(), TenancyDeclaration.ForeignWrites.REJECTED),
                List.of());
        return withEvidence(tenancy);
    }

    private Tenancy withEvidence(Tenancy tenancy) {
        if (declared.unsetMeans() == null) {
            evidence.add(new UnsetEvidence(snapshot, inScope).of(tenancy));
        }
        new TwinSchemas(inScope).evidence().ifPresent(evidence::add);
        return tenancy.withEvidence(evidence);
    }

    private Map<String, String> settings() {
        MembershipDetection mapping = new MembershipDetection(observations, inScope);
        if (!declared.settings().isEmpty() || !declared.loginRoles().isEmpty()) {
            memberships = declared.settingValues().isEmpty()
                    ? List.of()
                    : mapping.by(declared.settings().keySet());
            return declared.settings();
        }
        SettingDetection detection = new SettingDetection(observations);
        Optional<SettingDetection.Candidate> chosen = detection.chosen();
        memberships = mapping.insteadOf(chosen);
        return memberships.isEmpty() ? ofTenants(detection, chosen) : ofPersons(memberships.getFirst());
    }

    private Map<String, String> ofPersons(MembershipDetection.Found used) {
        Map<String, String> settings = new LinkedHashMap<>();
        Membership membership = used.membership();
        used.settings().forEach(setting -> {
            settings.put(setting.name(), setting.template());
            note(
                    "settings",
                    setting.name(),
                    "it names a person, whose tenant the policies of "
                            + Words.tables(used.readers().size()) + " find in " + membership.table() + " ("
                            + membership.person() + " to " + membership.tenant() + ")");
        });
        return settings;
    }

    private Map<String, String> ofTenants(SettingDetection detection, Optional<SettingDetection.Candidate> chosen) {
        Map<String, String> settings = new LinkedHashMap<>();
        chosen.ifPresent(best -> {
            settings.put(best.name(), best.template());
            detection.companions(best).forEach(other -> settings.putIfAbsent(other.name(), other.template()));
            settings.keySet().forEach(name -> note("settings", name, read(name, best)));
        });
        if (settings.isEmpty()) {
            detection.inFunctions().ifPresent(name -> {
                settings.put(name, "{tenant}");
                note("settings", name, "functions read it and its name speaks of tenants");
            });
        }
        if (settings.isEmpty()) {
            note("settings", "none", noSetting());
        }
        return settings;
    }

    private static String read(String name, SettingDetection.Candidate best) {
        if (!name.equals(best.name())) {
            return "stands in for " + best.name() + " wherever policies read it";
        }
        String tables = "the policies of " + Words.tables(best.tables().size()) + " compare a column with it";
        return best.defaults() == 0 ? tables : tables + ", and " + best.defaults() + " column defaults read it";
    }

    private String noSetting() {
        boolean logins = observations.comparisons().stream()
                .anyMatch(comparison -> comparison.what().withLogin());
        return logins
                ? "policies compare columns with the logged-in role: declare loginRoles, one per tenant"
                : "no policy, default or function reads a setting that tells tenants apart";
    }

    private @Nullable TenantRegistry registry(ColumnDetection detection, Set<String> settings) {
        Registry wanted = declared.registry();
        if (wanted != null) {
            return declaredRegistry(wanted);
        }
        Set<String> columns = new LinkedHashSet<>(declared.columns().values());
        Optional.ofNullable(declared.tenantColumn())
                .or(() -> detection.usual(null))
                .ifPresent(columns::add);
        memberships.stream()
                .limit(1)
                .forEach(used -> columns.add(used.membership().tenant()));
        columns.addAll(detection.votes(null).keySet());
        Optional<RegistryDetection.Found> found = new RegistryDetection(observations, inScope).found(columns, settings);
        found.ifPresent(f -> note("registry", f.registry().table().toString(), f.reason()));
        return found.map(RegistryDetection.Found::registry).orElse(null);
    }

    private TenantRegistry declaredRegistry(Registry wanted) {
        Relation table = named.relation(wanted.table());
        String key = wanted.key() == null ? foundKey(table) : Named.column(table, wanted.key());
        TenantRegistry guessed = RegistryDetection.registry(table, key);
        String label = wanted.label() == null ? guessed.label() : Named.column(table, wanted.label());
        String status = wanted.status() == null ? guessed.status() : Named.column(table, wanted.status());
        return new TenantRegistry(table.name(), key, label, status);
    }

    private String foundKey(Relation table) {
        String key = RegistryDetection.singleKey(table)
                .or(() -> Optional.ofNullable(declared.tenantColumn())
                        .filter(name -> table.column(name).isPresent()))
                .orElse("id");
        note("registry", table.name().toString(), "its key is " + key);
        return Named.column(table, key);
    }

    private @Nullable String usualColumn(ColumnDetection detection, @Nullable TenantRegistry registry) {
        String wanted = declared.tenantColumn();
        if (wanted != null) {
            return wanted;
        }
        RelationName table = registry == null ? null : registry.table();
        Optional<String> mapped = memberships.stream()
                .map(MembershipDetection.Found::membership)
                .filter(membership -> !membership.table().equals(table))
                .map(Membership::tenant)
                .findFirst();
        Optional<String> usual = mapped.or(() -> detection.usual(table));
        usual.ifPresent(column -> {
            int votes = detection.votes(table).getOrDefault(column, 0);
            String reason = mapped.isPresent()
                    ? "persons are mapped to it"
                    : votes > 0
                            ? "the policies of " + Words.tables(votes) + " compare it with the tenant"
                            : "several tables have it, and its name or its foreign keys speak of tenants";
            note("tenantColumn", column, reason);
        });
        return usual.orElse(null);
    }

    private Map<RelationName, String> columns(
            ColumnDetection detection, @Nullable String usual, @Nullable TenantRegistry registry) {
        Map<RelationName, String> columns =
                usual == null ? new HashMap<>() : new HashMap<>(detection.columns(usual, registry));
        declared.columns()
                .forEach((table, column) -> columns.put(named.relation(table).name(), column));
        if (usual != null && declared.tenantColumn() == null) {
            columns.forEach((table, column) -> {
                if (!column.equals(usual) && !declared.columns().containsValue(column)) {
                    note("columns", table + "." + column, "it stands where other tables have " + usual);
                }
            });
        }
        return columns;
    }

    /** Those that map to what is taken for the tenant; of one table the most used. */
    private List<Membership> memberships(Map<RelationName, String> columns, @Nullable TenantRegistry registry) {
        Map<RelationName, String> keys = new HashMap<>(columns);
        if (registry != null) {
            keys.put(registry.table(), registry.key());
        }
        Map<RelationName, Membership> kept = new LinkedHashMap<>();
        memberships.stream()
                .map(MembershipDetection.Found::membership)
                .filter(membership -> membership.tenant().equals(keys.get(membership.table())))
                .forEach(membership -> kept.putIfAbsent(membership.table(), membership));
        return List.copyOf(kept.values());
    }

    /** The type most tenant columns have; failing that, the registry's key. */
    private @Nullable String tenantType(Map<RelationName, String> columns, @Nullable TenantRegistry registry) {
        Map<String, Integer> types = new HashMap<>();
        columns.forEach((table, column) -> type(table, column).ifPresent(type -> types.merge(type, 1, Integer::sum)));
        Optional<String> most = types.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
        return most.or(() -> Optional.ofNullable(registry).flatMap(r -> type(r.table(), r.key())))
                .orElse(null);
    }

    private Optional<String> type(RelationName table, String column) {
        return observations
                .relation(table)
                .flatMap(relation -> relation.column(column))
                .map(Column::baseType);
    }

    private Set<RelationName> shared(Map<RelationName, String> columns, TenantPaths paths) {
        Set<RelationName> shared = new HashSet<>();
        declared.shared().forEach(table -> shared.add(named.relation(table).name()));
        if (!columns.isEmpty()) {
            Set<RelationName> found = new SharedDetection(inScope, columns, paths).shared();
            found.removeAll(shared);
            found.stream()
                    .sorted()
                    .forEach(table -> note(
                            "shared",
                            table.toString(),
                            "no tenant column, and no foreign key leads from it to a tenant"));
            shared.addAll(found);
        }
        return shared;
    }

    private void note(String part, String value, String reason) {
        evidence.add(new Evidence(part, value, reason));
    }
}
