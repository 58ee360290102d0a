package dev.partywall.expression;

import dev.partywall.catalog.RelationName;
import java.util.List;

/**
 * Evaluates conditions without a server, with what is known of the session and of whose the row is. The answer covers
 * everything that can happen: where something is not known, each possibility is in it. Functions are opened in place;
 * sub-selects see what row security lets the role see.
 *
 * <p>One thing is taken for granted: a row that refers to another by a key belongs to the same tenant as that other row.
 */
public final class Evaluation {
    private final Knowledge knowledge;
    private final Visibility visibility;

    public Evaluation(Knowledge knowledge, Visibility visibility) {
        this.knowledge = knowledge;
        this.visibility = visibility;
    }

    /** What {@code condition} comes to for such a row of {@code relation} in such a session. */
    public Answer of(Expression condition, RelationName relation, SessionState session, RowTenant row) {
        return answer(knowledge.bodies().open(condition), relation, session, row, false);
    }

    /** The same, for a condition as the catalogue has it. */
    public Answer of(String condition, RelationName relation, SessionState session, RowTenant row) {
        return answer(knowledge.read(condition), relation, session, row, false);
    }

    /** The same for a row that the session is about to write: nothing ties its columns to its tenant. */
    public Answer ofMade(String condition, RelationName relation, SessionState session, RowTenant row) {
        return answer(knowledge.read(condition), relation, session, row, true);
    }

    private Answer answer(Expression opened, RelationName relation, SessionState session, RowTenant row, boolean made) {
        Frame base = new Frame(relation.name(), knowledge.relation(relation).orElse(null), tenant(row), true, made);
        Evaluator evaluator = new Evaluator(knowledge, visibility, session, List.of(base), 0);
        return Answer.of(evaluator.condition(opened));
    }

    private static Value tenant(RowTenant row) {
        return switch (row) {
            case OWN -> Value.Id.OWN;
            case FOREIGN -> Value.Id.FOREIGN;
            case NONE -> Value.NULL;
        };
    }
}
