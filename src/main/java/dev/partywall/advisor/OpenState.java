package dev.partywall.advisor;

import dev.partywall.access.Inspection;
import dev.partywall.expression.Answer;
import dev.partywall.expression.Cause;
import dev.partywall.expression.RowTenant;
import dev.partywall.expression.SessionState;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds tables that isolate tenants and open when there is none. One finding a table, however many of its policies open. */
public final class OpenState {
    private static final String UNDECIDED =
            "Undecided: it then shows the rows of a value that stands for nobody. As long as no row bears that value, it shows none.";

    private final PolicyReview review;

    public OpenState(Inspection inspection) {
        this.review = PolicyReview.of(inspection);
    }

    /** The findings for one state; what is already open for a session never set is not told again for an empty one. */
    public List<Finding> findings(String id, SessionState state, String title, String detail) {
        List<Finding> findings = new ArrayList<>();
        if (review.landscape().tenancy().unsetMeans() == UnsetMeans.EVERYTHING) {
            return findings;
        }
        for (ReviewedTable table : review.tables()) {
            Finding finding = finding(table, id, state, title, detail);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private @Nullable Finding finding(ReviewedTable table, String id, SessionState state, String title, String detail) {
        boolean told = state == SessionState.EMPTY
                && !opening(table, SessionState.UNSET).isEmpty();
        List<ReviewedPolicy> opening = opening(table, state);
        if (told || opening.isEmpty()) {
            return null;
        }
        boolean asks = opening.stream().allMatch(policy -> asksForNobody(policy, state));
        PolicyFix fix = new PolicyFix(review.landscape());
        return new Finding(
                id,
                asks ? Severity.INFO : Severity.HIGH,
                asks ? Direction.NEUTRAL : Direction.FAIL_OPEN,
                PolicyFindings.object(opening.getFirst()),
                title + table.relation().name(),
                asks ? UNDECIDED : detail,
                opening.stream().map(OpenState::evidence).collect(Collectors.joining("\n")),
                opening.stream().map(fix::closed).collect(Collectors.joining("\n")));
    }

    private static String evidence(ReviewedPolicy policy) {
        return PolicyFindings.evidence(policy, policy.conditions().getFirst());
    }

    private List<ReviewedPolicy> opening(ReviewedTable table, SessionState state) {
        return table.permissive().stream()
                .filter(policy -> !review.hasHole(policy))
                .filter(policy -> opens(table, policy, ReviewedPolicy.Side.USING, state)
                        || opens(table, policy, ReviewedPolicy.Side.CHECK, state))
                .toList();
    }

    /** Without a tenant it asks for the rows of a value that stands for none. */
    private static boolean asksForNobody(ReviewedPolicy policy, SessionState state) {
        return Stream.of(ReviewedPolicy.Side.values())
                .map(side -> policy.ask(side, state, RowTenant.FOREIGN))
                .filter(Answer::canBeTrue)
                .allMatch(answer -> answer.dependsOnlyOn(Cause.Kind.TENANT)
                        && answer.what(Cause.Kind.TENANT).stream().allMatch(Nobody::is));
    }

    private static boolean opens(
            ReviewedTable table, ReviewedPolicy policy, ReviewedPolicy.Side side, SessionState state) {
        return table.admits(policy, side, state, RowTenant.FOREIGN)
                && !policy.ask(side, SessionState.TENANT, RowTenant.FOREIGN).canBeTrue();
    }
}
