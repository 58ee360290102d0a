package dev.partywall.access;

import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.RelationName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An access in the making: the reasons found so far, and the columns it is granted on. */
final class Answer {
    private final RelationName relation;
    private final List<Reason> path = new ArrayList<>();
    private @Nullable List<String> columns;

    Answer(RelationName relation) {
        this.relation = relation;
    }

    Answer because(Reason reason) {
        path.add(reason);
        return this;
    }

    Answer because(String code, String text) {
        return because(new Reason(code, text));
    }

    void onlyColumns(List<String> granted) {
        columns = granted;
    }

    Access is(AccessKind kind) {
        return is(kind, List.of());
    }

    Access is(AccessKind kind, List<Access.Base> through) {
        return new Access(kind, relation, null, null, columns, List.of(), path, through, null);
    }

    /** What one relation behind a simple view allows. */
    Access like(Access.Base base) {
        Access it = base.access();
        return new Access(
                it.kind(),
                it.relation(),
                it.predicate(),
                it.check(),
                common(it.columns()),
                it.policies(),
                path,
                List.of(base),
                null);
    }

    /** Granted on the view and behind it. Columns are told by name: one that the view renames is taken not to be granted. */
    private @Nullable List<String> common(@Nullable List<String> behind) {
        if (columns == null || behind == null) {
            return columns == null ? behind : columns;
        }
        return columns.stream().filter(behind::contains).toList();
    }

    /** What the policies allow. */
    Access within(Privilege command, RowSecurity.Merged merged) {
        path.addAll(merged.path());
        boolean readsRows = command != Privilege.INSERT;
        boolean writesRows = command == Privilege.INSERT || command == Privilege.UPDATE;
        AccessKind kind = kind(merged.using().text(), merged.check().text());
        return new Access(
                kind,
                relation,
                readsRows && kind == AccessKind.ROWS ? merged.using().text() : null,
                writesRows ? merged.check().text() : null,
                columns,
                merged.policies(),
                path,
                List.of(),
                null);
    }

    private static AccessKind kind(String using, String check) {
        if (using.equals(Predicates.FALSE) || check.equals(Predicates.FALSE)) {
            return AccessKind.NOTHING;
        }
        return using.equals(Predicates.TRUE) && check.equals(Predicates.TRUE) ? AccessKind.EVERYTHING : AccessKind.ROWS;
    }

    /** The policies without the expressions, where these cannot run. */
    Access fails(Reason reason, List<Policy> policies) {
        path.add(reason);
        return new Access(AccessKind.DENIED, relation, null, null, columns, policies, path, List.of(), null);
    }
}
