package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Rewrite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers one question in the order in which PostgreSQL asks: schema, privilege, kind of relation, row security. */
final class Evaluation {
    private final Privileges privileges;
    private final RowSecurity rowSecurity;
    private final PolicyNeeds needs;
    private final ViewAccess views;
    private final Map<RelationName, List<Rewrite>> rewrites = new HashMap<>();

    Evaluation(CatalogSnapshot snapshot, RoleGraph roles) {
        privileges = new Privileges(snapshot, roles);
        rowSecurity = new RowSecurity(roles);
        needs = new PolicyNeeds(snapshot, privileges, rowSecurity);
        views = new ViewAccess(snapshot, this);
        snapshot.rewrites().stream()
                .filter(rule -> rule.enabled() && rule.instead())
                .forEach(rule -> rewrites.merge(rule.relation(), List.of(rule), Evaluation::joined));
    }

    private static List<Rewrite> joined(List<Rewrite> some, List<Rewrite> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    Privileges privileges() {
        return privileges;
    }

    RowSecurity rowSecurity() {
        return rowSecurity;
    }

    Access of(Question question) {
        Relation relation = question.relation();
        Answer answer = new Answer(relation.name());
        if (!holdsPrivileges(question, answer)) {
            return answer.is(AccessKind.DENIED);
        }
        Optional<Rewrite> rule = insteadRule(question);
        if (rule.isPresent()) {
            return answer.because("rule", "Rule " + rule.get().name() + " does something else instead.")
                    .is(AccessKind.UNDECIDED);
        }
        return switch (relation.kind()) {
            case TABLE, PARTITIONED_TABLE -> ofTable(question, answer);
            case VIEW -> views.of(question, answer);
            case MATERIALIZED_VIEW -> ofMaterializedView(question, answer);
            case FOREIGN_TABLE -> ofForeignTable(question, answer);
        };
    }

    private boolean holdsPrivileges(Question question, Answer answer) {
        return (!question.named() || usesSchema(question, answer))
                && holds(question, answer)
                && (!question.readsRows() || mayRead(question, answer));
    }

    private boolean usesSchema(Question question, Answer answer) {
        String schema = question.relation().name().schema();
        Optional<Reason> reason = privileges.usesSchema(question.rights(), schema);
        reason.ifPresentOrElse(
                answer::because,
                () -> answer.because("missing", question.rights() + " lacks USAGE on schema " + schema + "."));
        return reason.isPresent();
    }

    private boolean holds(Question question, Answer answer) {
        Relation relation = question.relation();
        Privilege command = question.command();
        Optional<Reason> reason = privileges.onRelation(question.rights(), relation, command);
        if (reason.isPresent()) {
            answer.because(reason.get());
            return true;
        }
        List<String> columns = privileges.onColumns(question.rights(), relation, command);
        if (columns.isEmpty()) {
            answer.because(
                    "missing",
                    question.rights() + " lacks " + command + " on "
                            + relation.name().sql() + ".");
            return false;
        }
        answer.onlyColumns(columns);
        answer.because("grant-columns", command + " is granted on columns alone: " + String.join(", ", columns) + ".");
        return true;
    }

    /** SELECT on the columns a view names, or on any column where it is not known which are read. */
    private boolean mayRead(Question question, Answer answer) {
        if (privileges
                .onRelation(question.rights(), question.relation(), Privilege.SELECT)
                .isPresent()) {
            return true;
        }
        List<String> readable = privileges.onColumns(question.rights(), question.relation(), Privilege.SELECT);
        boolean enough = !readable.isEmpty() && readable.containsAll(question.reads());
        if (!enough) {
            answer.because(
                    "missing",
                    question.rights() + " lacks SELECT on "
                            + question.relation().name().sql()
                            + (readable.isEmpty() ? "." : ", but for some columns."));
        }
        return enough;
    }

    private Optional<Rewrite> insteadRule(Question question) {
        return rewrites.getOrDefault(question.relation().name(), List.of()).stream()
                .filter(rule -> rule.event().equals(question.command().name()))
                .findFirst();
    }

    private Access ofTable(Question question, Answer answer) {
        Privilege command = question.command();
        if (!isRowCommand(command)) {
            return answer.because("outside", command + " is outside row security.")
                    .is(AccessKind.EVERYTHING);
        }
        Optional<Reason> exempt = rowSecurity.exempt(question.rights(), question.relation());
        if (exempt.isPresent()) {
            return answer.because(exempt.get()).is(AccessKind.EVERYTHING);
        }
        RowSecurity.Merged merged =
                rowSecurity.merge(question.rights(), question.relation(), command, question.reading());
        return needs.missing(question.rights(), question.caller(), question.relation(), merged)
                .map(reason -> answer.fails(reason, merged.policies()))
                .orElseGet(() -> answer.within(command, merged));
    }

    static boolean isRowCommand(Privilege command) {
        return switch (command) {
            case SELECT, INSERT, UPDATE, DELETE -> true;
            default -> false;
        };
    }

    private static Access ofMaterializedView(Question question, Answer answer) {
        return switch (question.command()) {
            case SELECT ->
                answer.because(
                                "materialized-view",
                                "It holds what its owner saw when it was refreshed; no policy applies.")
                        .is(AccessKind.EVERYTHING);
            case MAINTAIN -> answer.because("outside", "It may be refreshed.").is(AccessKind.EVERYTHING);
            default ->
                answer.because("kind", "A materialized view does not take " + question.command() + ".")
                        .is(AccessKind.DENIED);
        };
    }

    private static Access ofForeignTable(Question question, Answer answer) {
        if (question.command() == Privilege.REFERENCES) {
            return answer.because("kind", "A foreign table cannot be referenced.")
                    .is(AccessKind.DENIED);
        }
        return answer.because("foreign-table", "Row security does not reach foreign tables; the other server decides.")
                .is(AccessKind.EVERYTHING);
    }
}
