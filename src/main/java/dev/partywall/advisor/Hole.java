package dev.partywall.advisor;

import dev.partywall.catalog.Privilege;
import dev.partywall.expression.Answer;
import java.util.List;
import java.util.Set;

/**
 * A policy that lets another tenant's rows through, for a session that has a tenant.
 *
 * @param word the flaw's word
 * @param commands what the app role can do through it
 * @param answer why they get through
 */
public record Hole(
        String word,
        ReviewedTable table,
        ReviewedPolicy policy,
        ReviewedPolicy.Side side,
        Set<Privilege> commands,
        Answer answer) {
    public Hole {
        commands = Set.copyOf(commands);
    }

    /** The commands to which a side applies. */
    static List<Privilege> commandsOf(ReviewedPolicy.Side side) {
        return side == ReviewedPolicy.Side.USING
                ? List.of(Privilege.SELECT, Privilege.UPDATE, Privilege.DELETE)
                : List.of(Privilege.INSERT, Privilege.UPDATE);
    }

    /** The open condition, as the catalogue has it. */
    public String condition() {
        return String.valueOf(policy.condition(side));
    }

    /** What a tenant can do through it: "read and delete rows of every tenant". */
    public String consequence() {
        List<String> verbs = commandsOf(side).stream()
                .filter(commands::contains)
                .map(command -> verb(command))
                .toList();
        String all = verbs.size() < 2
                ? String.join("", verbs)
                : String.join(", ", verbs.subList(0, verbs.size() - 1)) + " and " + verbs.getLast();
        return side == ReviewedPolicy.Side.USING ? all + " rows of other tenants" : all + " other tenants";
    }

    private String verb(Privilege command) {
        return switch (command) {
            case SELECT -> "read";
            case DELETE -> "delete";
            case INSERT -> "add rows for";
            default -> side == ReviewedPolicy.Side.USING ? "change" : "hand rows to";
        };
    }
}
