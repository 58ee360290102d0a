package dev.partywall.advisor;

import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.expression.Answer;
import dev.partywall.expression.RowTenant;
import dev.partywall.expression.SessionState;
import java.util.List;
import java.util.Set;

/**
 * A table whose policies bind the app role.
 *
 * @param policies those that apply to it
 * @param commands what it may do
 */
public record ReviewedTable(Relation relation, List<ReviewedPolicy> policies, Set<Privilege> commands) {
    public ReviewedTable {
        policies = List.copyOf(policies);
        commands = Set.copyOf(commands);
    }

    public List<ReviewedPolicy> permissive() {
        return policies.stream().filter(policy -> policy.policy().permissive()).toList();
    }

    /** Whether what a permissive policy lets through also gets past the restrictive ones. */
    public boolean passesRestrictive(ReviewedPolicy.Side side, Privilege command, SessionState session, RowTenant row) {
        return policies.stream()
                .filter(policy -> !policy.policy().permissive() && policy.coversCommand(command))
                .allMatch(policy -> policy.ask(side, session, row).canBeTrue());
    }

    /** Whether another permissive policy for the command keeps foreign rows out and lets own ones in. */
    public boolean isolatedBeside(ReviewedPolicy open, ReviewedPolicy.Side side, Privilege command) {
        return permissive().stream()
                .filter(policy -> policy != open && policy.coversCommand(command))
                .anyMatch(policy -> !policy.ask(side, SessionState.TENANT, RowTenant.FOREIGN)
                                .canBeTrue()
                        && policy.ask(side, SessionState.TENANT, RowTenant.OWN).canBeTrue());
    }

    /** What lets rows through that a permissive policy admits, by any command of the app role. */
    public boolean admits(ReviewedPolicy policy, ReviewedPolicy.Side side, SessionState session, RowTenant row) {
        Answer answer = policy.ask(side, session, row);
        return answer.canBeTrue()
                && Hole.commandsOf(side).stream()
                        .filter(command -> commands.contains(command) && policy.coversCommand(command))
                        .anyMatch(command -> passesRestrictive(side, command, session, row));
    }
}
