package dev.partywall.access;

import dev.partywall.catalog.Policy;
import dev.partywall.catalog.RelationName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a role can really do to a relation by one command.
 *
 * <p>UPDATE and DELETE stand for the bare statement that reads no column, {@code DELETE FROM t}; INSERT for one without
 * RETURNING. What a WHERE or RETURNING makes of them is {@code reading} (FACTS, row security 6).
 *
 * @param relation whose columns the predicates name: the relation asked about, or the table behind a simple view
 * @param predicate which existing rows (USING side, merged); null unless {@code kind} is ROWS and the command reads rows
 * @param check which new rows (WITH CHECK side, merged); null when none is asked
 * @param columns those the command is granted on; null when on the whole relation
 * @param policies the policies that apply, in the order PostgreSQL names them
 * @param path the reasons in order
 * @param through for a view, what is read or written behind it, and as whom
 * @param reading the same command with a WHERE or RETURNING that reads a column; null where it makes no difference
 */
public record Access(
        AccessKind kind,
        RelationName relation,
        @Nullable String predicate,
        @Nullable String check,
        @Nullable List<String> columns,
        List<Policy> policies,
        List<Reason> path,
        List<Base> through,
        @Nullable Access reading) {

    /**
     * A relation behind a view.
     *
     * @param as the role whose rights count: the view's owner, or who runs the statement
     */
    public record Base(RelationName relation, String as, Access access) {}

    public Access {
        columns = columns == null ? null : List.copyOf(columns);
        policies = List.copyOf(policies);
        path = List.copyOf(path);
        through = List.copyOf(through);
    }

    /** Whether some row may pass, as far as the catalogue tells. */
    public boolean touchesRows() {
        return kind != AccessKind.DENIED && kind != AccessKind.NOTHING;
    }

    /** What a statement that reads a column may do: {@code reading}, or the same as the bare one. */
    public Access whenReading() {
        return Objects.requireNonNullElse(reading, this);
    }

    /** In words: {@code rows where (tenant = 1)}, {@code everything, columns id, name}. */
    public String describe() {
        String words = switch (kind) {
            case DENIED -> "denied";
            case NOTHING -> "nothing";
            case UNDECIDED -> "undecided";
            case EVERYTHING -> "everything";
            case ROWS -> rowsInWords();
        };
        return columns == null ? words : words + ", columns " + String.join(", ", columns);
    }

    private String rowsInWords() {
        String existing = predicate == null ? "" : "rows where " + predicate;
        String made = check == null || check.equals(predicate) ? "" : "new rows where " + check;
        return existing.isEmpty() || made.isEmpty() ? existing + made : existing + ", " + made;
    }

    /** Whether the server would do the same, whatever the reasons. */
    boolean sameEffect(Access other) {
        return kind == other.kind && Objects.equals(predicate, other.predicate) && Objects.equals(check, other.check);
    }

    Access withReading(Access other) {
        return new Access(kind, relation, predicate, check, columns, policies, path, through, other);
    }
}
