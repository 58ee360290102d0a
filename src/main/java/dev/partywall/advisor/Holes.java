package dev.partywall.advisor;

import dev.partywall.catalog.Command;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Privilege;
import dev.partywall.expression.Answer;
import dev.partywall.expression.Cause;
import dev.partywall.expression.Expression;
import dev.partywall.expression.RowTenant;
import dev.partywall.expression.SessionState;
import dev.partywall.expression.SettingsRead;
import dev.partywall.expression.TenantComparison;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the policies that let foreign rows through and gives each the word that says best what is wrong with it. */
final class Holes {
    private static final Set<String> OTHER_ROLES = Set.of(
            "report",
            "reports",
            "reporting",
            "admin",
            "support",
            "job",
            "jobs",
            "worker",
            "backup",
            "service",
            "readonly",
            "analytics",
            "etl",
            "migration",
            "monitoring",
            "staff",
            "internal",
            "superuser",
            "operator",
            "auditor");
    private static final Set<Cause.Kind> UNTOLD =
            EnumSet.of(Cause.Kind.RELATION, Cause.Kind.ROLE, Cause.Kind.FUNCTION, Cause.Kind.UNREAD);
    /** What a condition may ask of the session without looking at the row. */
    private static final Set<Cause.Kind> ASKS = EnumSet.of(Cause.Kind.SETTING, Cause.Kind.TENANT, Cause.Kind.ROLE);

    private final Landscape landscape;
    private final SessionSource source;

    Holes(Landscape landscape) {
        this.landscape = landscape;
        this.source = new SessionSource(landscape.tenancy());
    }

    List<Hole> in(List<ReviewedTable> tables) {
        List<Hole> holes = new ArrayList<>();
        for (ReviewedTable table : tables) {
            for (ReviewedPolicy policy : table.permissive()) {
                Hole using = hole(table, policy, ReviewedPolicy.Side.USING);
                Hole hole = using != null ? using : hole(table, policy, ReviewedPolicy.Side.CHECK);
                if (hole != null) {
                    holes.add(hole);
                }
            }
        }
        return holes;
    }

    private @Nullable Hole hole(ReviewedTable table, ReviewedPolicy policy, ReviewedPolicy.Side side) {
        String condition = policy.condition(side);
        if (condition == null || !tellsTenants(table, policy, condition)) {
            return null;
        }
        Answer answer = policy.ask(side, SessionState.TENANT, RowTenant.FOREIGN);
        Set<Privilege> open = Hole.commandsOf(side).stream()
                .filter(command -> table.commands().contains(command) && policy.coversCommand(command))
                .filter(command -> table.passesRestrictive(side, command, SessionState.TENANT, RowTenant.FOREIGN))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Privilege.class)));
        if (!answer.canBeTrue() || open.isEmpty()) {
            return null;
        }
        String word = word(table, policy, side, condition, answer, open);
        return word == null ? null : new Hole(word, table, policy, side, open, answer);
    }

    /** Copies of rows have no column that tells their tenant: only a condition without any column is judged there. */
    private boolean tellsTenants(ReviewedTable table, ReviewedPolicy policy, String condition) {
        return switch (landscape.part(table.relation())) {
            case TENANT, CHILD -> true;
            case REGISTRY -> !landscape.reach().isOpen(table.relation(), Privilege.SELECT);
            case HISTORY, SHARED -> policy.columns(condition).isEmpty();
        };
    }

    private @Nullable String word(
            ReviewedTable table,
            ReviewedPolicy policy,
            ReviewedPolicy.Side side,
            String condition,
            Answer answer,
            Set<Privilege> open) {
        boolean blind = policy.columns(condition).isEmpty() && ASKS.stream().noneMatch(answer::dependsOn);
        if (answer.causes().isEmpty() || blind) {
            return unconditional(table, policy, side, open);
        }
        if (UNTOLD.containsAll(kinds(answer))) {
            return answer.dependsOn(Cause.Kind.FUNCTION) || answer.dependsOn(Cause.Kind.UNREAD)
                    ? "policy-undecided"
                    : null;
        }
        if (answer.dependsOn(Cause.Kind.WEAK)) {
            return isNumberCast(answer) ? null : "truncated-compare";
        }
        return byColumnOrSetting(table, policy, side, condition, answer, open);
    }

    /** Text compared as a number: that it can raise comes first, and is told by a rule of its own. */
    private static boolean isNumberCast(Answer answer) {
        return answer.errors().contains("22P02")
                && answer.what(Cause.Kind.WEAK).stream()
                        .allMatch(what -> what.matches("::(smallint|integer|bigint|numeric|real|double precision).*"));
    }

    private static Set<Cause.Kind> kinds(Answer answer) {
        return answer.causes().stream().map(Cause::kind).collect(Collectors.toSet());
    }

    private @Nullable String byColumnOrSetting(
            ReviewedTable table,
            ReviewedPolicy policy,
            ReviewedPolicy.Side side,
            String condition,
            Answer answer,
            Set<Privilege> open) {
        List<TenantComparison> comparisons = policy.comparisons(condition);
        if (letsOneselfIn(table, side, answer)) {
            return "mapping-writable";
        }
        if (isWrongColumn(table, policy, condition, comparisons, answer)) {
            return "policy-wrong-column";
        }
        if (comparisons.stream().anyMatch(comparison -> isWrongSetting(table, comparison, answer))) {
            return hasMasterKey(policy, condition) ? "policy-escape-hatch" : "context-wrong-guc";
        }
        if (isByPerson(comparisons, answer)) {
            return "policy-undecided";
        }
        if (answer.dependsOn(Cause.Kind.COLUMN)) {
            return isPrecedence(policy, condition) ? "policy-precedence" : conditional(table, policy, side, open);
        }
        return "policy-escape-hatch";
    }

    /** {@code ... OR current_setting('app.worker') = 'true'}: a part that asks a setting and not the row. */
    private boolean hasMasterKey(ReviewedPolicy policy, String condition) {
        return policy.read(condition) instanceof Expression.Or or
                && or.operands().stream()
                        .filter(part -> policy.columns(part.sql()).isEmpty())
                        .flatMap(part -> SettingsRead.in(part).stream())
                        .map(SettingsRead::name)
                        .anyMatch(name ->
                                landscape.tenancy().settings().keySet().stream().noneMatch(name::equalsIgnoreCase));
    }

    /** A membership that anybody may write for himself, of any tenant. */
    private boolean letsOneselfIn(ReviewedTable table, ReviewedPolicy.Side side, Answer answer) {
        return side == ReviewedPolicy.Side.CHECK
                && landscape.tenancy().memberships().stream()
                        .anyMatch(membership ->
                                membership.table().equals(table.relation().name())
                                        && answer.what(Cause.Kind.COLUMN).contains(membership.person()));
    }

    /** Another column is compared with the tenant, and the tenant column is not in it at all. */
    private boolean isWrongColumn(
            ReviewedTable table,
            ReviewedPolicy policy,
            String condition,
            List<TenantComparison> comparisons,
            Answer answer) {
        String tenantColumn = tenantColumn(table);
        return tenantColumn != null
                && !policy.columns(condition).contains(tenantColumn)
                && comparisons.stream()
                        .anyMatch(comparison ->
                                comparison.relation().equals(table.relation().name())
                                        && source.isTenant(comparison)
                                        && answer.causes().contains(new Cause(Cause.Kind.COLUMN, comparison.column())));
    }

    private boolean isWrongSetting(ReviewedTable table, TenantComparison comparison, Answer answer) {
        return comparison.relation().equals(table.relation().name())
                && comparison.column().equals(tenantColumn(table))
                && !landscape.tenancy().settings().isEmpty()
                && answer.what(Cause.Kind.SETTING).contains(source(comparison));
    }

    /** A setting, or a claim within it, as causes name it. */
    private static String source(TenantComparison comparison) {
        return String.valueOf(comparison.setting())
                + (comparison.claim().isEmpty()
                        ? ""
                        : " ->> " + comparison.claim().getLast());
    }

    /** Rows of a person, told by a login or by a setting of the application's own: whose tenant that is cannot be told here. */
    private boolean isByPerson(List<TenantComparison> comparisons, Answer answer) {
        List<TenantComparison> persons =
                comparisons.stream().filter(source::isPerson).toList();
        Set<String> columns = persons.stream().map(TenantComparison::column).collect(Collectors.toSet());
        Set<String> sources = persons.stream().map(Holes::source).collect(Collectors.toSet());
        return answer.dependsOn(Cause.Kind.COLUMN)
                && !persons.isEmpty()
                && columns.containsAll(answer.what(Cause.Kind.COLUMN))
                && sources.containsAll(answer.what(Cause.Kind.SETTING));
    }

    /** {@code tenant AND a OR b}: the part after OR stands by itself. */
    private boolean isPrecedence(ReviewedPolicy policy, String condition) {
        return policy.read(condition) instanceof Expression.Or or
                && or.operands().stream()
                        .filter(Expression.And.class::isInstance)
                        .anyMatch(and -> policy.comparisons(and.sql()).stream().anyMatch(source::isTenant));
    }

    private @Nullable String tenantColumn(ReviewedTable table) {
        return landscape.tenancy().tenantKeyOf(table.relation().name()).orElse(null);
    }

    private String unconditional(
            ReviewedTable table, ReviewedPolicy policy, ReviewedPolicy.Side side, Set<Privilege> open) {
        boolean reads =
                policy.policy().command() == Command.SELECT || policy.policy().command() == Command.ALL;
        return reads && side == ReviewedPolicy.Side.USING && isForSomebodyElse(table, policy)
                ? "policy-role-scope"
                : conditional(table, policy, side, open);
    }

    /** The word for a policy that is open for one command, or for all where another one isolates or none does. */
    private static String conditional(
            ReviewedTable table, ReviewedPolicy policy, ReviewedPolicy.Side side, Set<Privilege> open) {
        boolean using = side == ReviewedPolicy.Side.USING;
        return switch (policy.policy().command()) {
            case INSERT -> "policy-insert-check";
            case UPDATE -> using ? "policy-update-using" : "policy-update-check";
            case DELETE -> "policy-delete-using";
            case SELECT, ALL -> {
                if (!using) {
                    yield open.contains(Privilege.INSERT) ? "policy-insert-check" : "policy-update-check";
                }
                boolean beside = open.stream().anyMatch(command -> table.isolatedBeside(policy, side, command));
                boolean within =
                        policy.ask(side, SessionState.TENANT, RowTenant.OWN).alwaysTrue()
                                && !policy.ask(side, SessionState.TENANT, RowTenant.FOREIGN)
                                        .alwaysTrue();
                yield beside || within ? "policy-or-open" : "policy-always-true";
            }
        };
    }

    /** Given to everybody, and named for a role or a task that is not the app's. */
    private boolean isForSomebodyElse(ReviewedTable table, ReviewedPolicy policy) {
        if (!policy.policy().roles().contains(Grant.PUBLIC)) {
            return false;
        }
        Set<String> words =
                Set.of(policy.policy().name().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        return words.stream().anyMatch(OTHER_ROLES::contains)
                || otherRoles(table).stream()
                        .flatMap(role -> java.util.Arrays.stream(
                                role.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                        .anyMatch(word -> word.length() > 3 && words.contains(word));
    }

    /** Roles other than the app and the owner that may read the table. */
    private List<String> otherRoles(ReviewedTable table) {
        return table.relation().grants().stream()
                .filter(grant -> grant.privilege() == Privilege.SELECT && !grant.toPublic())
                .map(Grant::grantee)
                .filter(role -> !role.equals(table.relation().owner())
                        && !landscape.reach().uses(role)
                        && !landscape.reach().ignoresRowSecurity(role))
                .distinct()
                .toList();
    }

    /** The role for which an open policy was probably meant. */
    String meantFor(Hole hole) {
        List<String> roles = otherRoles(hole.table());
        return roles.size() == 1 ? roles.getFirst() : "";
    }
}
