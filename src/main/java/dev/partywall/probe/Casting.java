package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Side;
import dev.partywall.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who plays in a run: the tenants, and the sessions that are nobody's. */
final class Casting {
    private static final String UNKNOWN_TEXT = "partywall-no-such-tenant";
    private static final String UNKNOWN_UUID = "a0a0a0a0-0000-4000-8000-0a0a0a0a0a0a";
    private static final String MALFORMED = "'; no tenant --";

    private final Tenancy tenancy;
    private final String appRole;
    private final boolean loginDesign;
    private final Set<String> known;

    /** @param known every tenant that is known of, so that none of them is taken for unknown */
    Casting(Inspection inspection, Set<String> known) {
        this(inspection.tenancy(), inspection.appRole(), LoginDesign.of(inspection), known);
    }

    private Casting(Tenancy tenancy, String appRole, boolean loginDesign, Set<String> known) {
        this.tenancy = tenancy;
        this.appRole = appRole;
        this.loginDesign = loginDesign;
        this.known = known;
    }

    /** The same, knowing more tenants. */
    Casting knowing(Set<String> more) {
        Set<String> all = new HashSet<>(known);
        all.addAll(more);
        return new Casting(tenancy, appRole, loginDesign, all);
    }

    /** Whether a document that might name tenants does: it names one that is known from elsewhere. */
    boolean names(Tally tally) {
        return tally.rows().keySet().stream().anyMatch(known::contains);
    }

    Actor tenant(String tenant, boolean leading) {
        SessionContext context = tenancy.contextFor(new Lens.Tenant(tenant));
        return new Actor(
                new ProbeContext(ProbeContext.Kind.TENANT, tenant),
                context,
                context.settings(),
                context.user() == null ? appRole : context.user(),
                leading);
    }

    /** On a connection that never knew a tenant; all that are nobody's begin like this one. */
    Actor unset() {
        return nobody(ProbeContext.Kind.UNSET, Map.of());
    }

    /** Those that set something which is no tenant's; none where there is nothing to set. */
    List<Actor> nobodies() {
        if (tenancy.settings().isEmpty()) {
            return List.of();
        }
        List<Actor> actors = new ArrayList<>();
        Map<String, String> empty = new LinkedHashMap<>();
        tenancy.settings().keySet().forEach(name -> empty.put(name, ""));
        actors.add(nobody(ProbeContext.Kind.EMPTY, empty));
        actors.add(nobody(ProbeContext.Kind.MALFORMED, tenancy.settingsFor(MALFORMED)));
        actors.add(nobody(ProbeContext.Kind.UNKNOWN, tenancy.settingsFor(unknown())));
        return List.copyOf(actors);
    }

    /** In whose name guesses are made. */
    Actor guesser() {
        return nobody(ProbeContext.Kind.UNKNOWN, Map.of());
    }

    Actor guessing(Guess guess) {
        return nobody(ProbeContext.Kind.UNKNOWN, tenancy.settingsFor(guess.value()));
    }

    List<Guess> guesses(List<String> tenants) {
        return tenancy.settings().isEmpty() ? List.of() : Guess.of(type(), tenants, known);
    }

    /** The names of the settings that tell the tenant. */
    Set<String> settings() {
        return tenancy.settings().keySet();
    }

    /** Whether each tenant has a login of its own, so that no two ever share a connection. */
    boolean byLogin() {
        return !tenancy.loginRoles().isEmpty();
    }

    /** Whether the app role itself is some tenant's login, so that no session of it is nobody's. */
    boolean appIsTenant() {
        return tenancy.loginRoles().containsValue(appRole) || undeclaredLogins();
    }

    /** Whether each tenant seems to have a login of its own, and it was not declared which. */
    boolean undeclaredLogins() {
        return loginDesign
                && tenancy.settings().isEmpty()
                && tenancy.loginRoles().isEmpty();
    }

    /** Whether becoming this role is becoming a tenant. */
    boolean isLoginOfTenant(String role) {
        return tenancy.loginRoles().containsValue(role) || (undeclaredLogins() && known.contains(role));
    }

    /** In a table that says who belongs to which tenant, what makes a row the tenant's person's; empty elsewhere. */
    Map<String, String> self(RelationName table, String tenant) {
        String person = tenancy.settingValues().get(tenant);
        return person == null
                ? Map.of()
                : tenancy.memberships().stream()
                        .filter(membership -> membership.table().equals(table))
                        .findFirst()
                        .map(membership -> Map.of(membership.person(), person))
                        .orElse(Map.of());
    }

    /**
     * Those of the tenants in whose sessions attempts can be made: all, where there is a setting or a login for each. Without
     * either, a session of the app role is the tenant's that is called like it, if any.
     */
    List<String> players(List<String> tenants) {
        if (!tenancy.settings().isEmpty() || !tenancy.loginRoles().isEmpty()) {
            return tenants.stream().filter(this::playable).toList();
        }
        boolean own = undeclaredLogins() && (known.contains(appRole) || tenants.contains(appRole));
        return own ? List.of(appRole) : List.of();
    }

    /** Where the settings name a person, one must be known. */
    private boolean playable(String tenant) {
        return tenancy.memberships().isEmpty() || tenancy.settingValues().containsKey(tenant);
    }

    /** The settings with which a tenant looks; empty where that is not known. */
    Map<String, String> settingsOf(String tenant) {
        return tenant.isEmpty() || !playable(tenant) ? Map.of() : tenancy.settingsFor(tenant);
    }

    private Actor nobody(ProbeContext.Kind kind, Map<String, String> settings) {
        return new Actor(
                new ProbeContext(kind, null),
                new SessionContext(Side.APP, null, Map.of(), null, true),
                settings,
                appRole,
                false);
    }

    /** Two tenants that there are not; none where nothing tells the session's tenant. */
    List<String> madeUp() {
        if (tenancy.settings().isEmpty()
                || !tenancy.memberships().isEmpty()
                || !tenancy.settingValues().isEmpty()) {
            return List.of();
        }
        return switch (type()) {
            case "uuid" ->
                List.of(UNKNOWN_UUID, UNKNOWN_UUID.replaceFirst("a0$", "b0").replaceFirst(".$", "b"));
            case "smallint", "integer", "bigint", "numeric" -> numbers();
            default -> List.of("partywall-seed-a", "partywall-seed-b");
        };
    }

    private List<String> numbers() {
        int first = Integer.parseInt(unknownNumber());
        int second = first - 1;
        while (known.contains(String.valueOf(second))) {
            second--;
        }
        return List.of(String.valueOf(first), String.valueOf(second));
    }

    private String unknown() {
        return switch (type()) {
            case "uuid" -> UNKNOWN_UUID;
            case "smallint", "integer", "bigint", "numeric" -> unknownNumber();
            default -> UNKNOWN_TEXT;
        };
    }

    private String unknownNumber() {
        int number = 32_000;
        while (known.contains(String.valueOf(number))) {
            number--;
        }
        return String.valueOf(number);
    }

    private String type() {
        return tenancy.tenantType() == null ? "text" : tenancy.tenantType();
    }
}
