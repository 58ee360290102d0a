package dev.partywall.browse;

import dev.partywall.access.AccessKind;
import dev.partywall.access.Reason;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a row is visible, and may be changed, or not, through one lens. All of it, and what the app connection really sees,
 * is of one snapshot.
 *
 * @param row the row as the bypass role sees it
 * @param role who looks
 * @param rowSecurityActive what the server says of this role and table
 * @param answers for SELECT, UPDATE and DELETE
 * @param remarks what a condition depends on besides the row: who looks, other rows, functions; and what that means
 * @param seen whether the app connection really sees the row; an error is {@link Truth.Value#ERROR}
 */
public record Explanation(
        RelationName table,
        List<Term> row,
        Lens lens,
        String role,
        String owner,
        boolean rowSecurity,
        boolean forced,
        boolean rowSecurityActive,
        List<Answer> answers,
        List<String> remarks,
        Truth seen) {
    /** A value that takes part in a comparison, with its type as the server names it. */
    public record Term(String sql, @Nullable String value, String type) {}

    /**
     * A part of a condition.
     *
     * @param joined how its own parts are joined: AND, OR, NOT, or empty where it has none
     * @param terms what it compares, where it has no parts
     * @param decides whether the whole condition came out as it did because of this part
     */
    public record Part(String sql, Truth truth, String joined, List<Part> parts, List<Term> terms, boolean decides) {
        public Part {
            parts = List.copyOf(parts);
            terms = List.copyOf(terms);
        }
    }

    /**
     * A policy and what its condition comes to for the row.
     *
     * @param command of the policy list it stands in: a DELETE that reads a column also asks those for SELECT
     * @param joined how its parts are joined: AND, OR, NOT, or empty for one part
     * @param asBypass whether it had to be evaluated as the bypass role, so that its sub-selects and functions may have seen more
     */
    public record PolicyTruth(
            String policy,
            Privilege command,
            boolean permissive,
            String condition,
            Truth truth,
            String joined,
            List<Part> parts,
            boolean asBypass) {
        public PolicyTruth {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One command.
     *
     * @param path grants, ownership, FORCE, row security: the reasons in order
     * @param allowed whether the command reaches the row; an error where the statement fails; NULL where it cannot be
     *     told
     * @param decidedBy one sentence
     * @param decider the policy that decided; null where none did, or none alone
     */
    public record Answer(
            Privilege command,
            AccessKind access,
            List<Reason> path,
            List<PolicyTruth> policies,
            Truth allowed,
            String decidedBy,
            @Nullable String decider) {
        public Answer {
            path = List.copyOf(path);
            policies = List.copyOf(policies);
        }
    }

    public Explanation {
        row = List.copyOf(row);
        answers = List.copyOf(answers);
        remarks = List.copyOf(remarks);
    }

    /** Whether the app connection sees what was worked out. Where nothing could be worked out there is nothing to hold against. */
    public boolean agrees() {
        Truth.Value worked = answers.getFirst().allowed().value();
        return worked == Truth.Value.NULL || worked == seen.value();
    }
}
