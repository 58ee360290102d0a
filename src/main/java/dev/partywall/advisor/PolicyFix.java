package dev.partywall.advisor;

import dev.partywall.catalog.Command;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the SQL that puts a better policy in the place of one. */
public final class PolicyFix {
    private static final String NO_SQL =
            "Rewrite the policy so that it compares the row's tenant with the session's, as the other tables' policies do.";

    private final Landscape landscape;

    public PolicyFix(Landscape landscape) {
        this.landscape = landscape;
    }

    /** The tenant condition instead of the policy's own where that names nothing else, otherwise in addition to it. */
    public String closed(ReviewedPolicy policy) {
        return withTenant(policy, condition -> isAboutTenantOnly(policy, condition));
    }

    /** The tenant condition instead of the policy's own. */
    public String replaced(ReviewedPolicy policy) {
        return withTenant(policy, condition -> true);
    }

    /** The tenant condition in addition to the policy's own. */
    public String narrowed(ReviewedPolicy policy) {
        return withTenant(policy, condition -> condition.equals("true"));
    }

    /** The same policy with each condition's text changed. */
    public String rewritten(ReviewedPolicy policy, UnaryOperator<String> change) {
        Policy old = policy.policy();
        String using = old.using() == null ? null : change.apply(old.using());
        String check = old.withCheck() == null ? null : change.apply(old.withCheck());
        return recreated(policy.table(), old, old.roles(), using, check);
    }

    /** The same policy for another role. */
    public String reassigned(ReviewedPolicy policy, String role) {
        Policy old = policy.policy();
        return recreated(policy.table(), old, List.of(role), old.using(), old.withCheck());
    }

    private String withTenant(ReviewedPolicy policy, java.util.function.Predicate<String> replaces) {
        Optional<String> tenant = new TenantPredicate(landscape).of(policy.table());
        if (tenant.isEmpty() && landscape.part(policy.table()) == Part.REGISTRY) {
            tenant = landscape
                    .tenancy()
                    .tenantKeyOf(policy.table().name())
                    .flatMap(key -> new TenantPredicate(landscape).ofRegistry(policy.table(), key));
        }
        return tenant.map(condition ->
                        rewritten(policy, old -> replaces.test(old) ? condition : "(" + condition + ") AND " + old))
                .orElse(NO_SQL);
    }

    private boolean isAboutTenantOnly(ReviewedPolicy policy, String condition) {
        Set<String> columns = policy.columns(condition);
        return landscape
                .tenancy()
                .tenantKeyOf(policy.table().name())
                .map(column -> columns.isEmpty() || columns.equals(Set.of(column)))
                .orElse(columns.isEmpty());
    }

    private static String recreated(
            Relation table, Policy old, List<String> roles, @Nullable String using, @Nullable String check) {
        String on = Identifiers.quote(old.name()) + " ON " + table.name().sql();
        String kind = old.permissive() ? "" : " AS RESTRICTIVE";
        String command = old.command() == Command.ALL ? "" : " FOR " + old.command();
        return "DROP POLICY " + on + ";\nCREATE POLICY " + on + kind + command + to(roles) + clause("USING", using)
                + clause("WITH CHECK", check) + ";";
    }

    private static String to(List<String> roles) {
        return roles.contains(Grant.PUBLIC)
                ? ""
                : " TO " + roles.stream().map(Remedy::role).collect(Collectors.joining(", "));
    }

    private static String clause(String word, @Nullable String condition) {
        return condition == null ? "" : "\n  " + word + " (" + Objects.requireNonNull(condition) + ")";
    }
}
