package dev.partywall.access;

import dev.partywall.catalog.Command;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What row security makes of a command on a table (PostgreSQL 18, section 5.9, and CREATE POLICY). */
final class RowSecurity {
    private final RoleGraph roles;

    RowSecurity(RoleGraph roles) {
        this.roles = roles;
    }

    /**
     * Policies put together.
     *
     * @param using the rows that exist and may be touched; {@code true} for INSERT
     * @param check the rows that may come to be; {@code true} for SELECT and DELETE
     * @param policies those that apply
     */
    record Merged(Clauses using, Clauses check, List<Policy> policies, List<Reason> path) {}

    /** Why policies do not apply to the role at all; empty when they do. */
    Optional<Reason> exempt(String role, Relation table) {
        String name = table.name().sql();
        if (!table.rowSecurity()) {
            return Optional.of(new Reason(
                    "no-row-security",
                    "Row security is not enabled on " + name
                            + (table.forced() ? "; FORCE without ENABLE does nothing." : ".")));
        }
        Role who = roles.role(role);
        if (who.superuser()) {
            return Optional.of(new Reason("superuser", role + " is a superuser: row security is bypassed."));
        }
        if (who.bypassRls()) {
            return Optional.of(new Reason("bypassrls", role + " has BYPASSRLS: row security is bypassed."));
        }
        if (!table.forced() && roles.uses(role, table.owner())) {
            return Optional.of(new Reason("owner", ownership(role, table) + " and row security is not forced."));
        }
        return Optional.empty();
    }

    private String ownership(String role, Relation table) {
        if (role.equals(table.owner())) {
            return role + " owns " + table.name().sql();
        }
        return role + " has the rights of the owner " + table.owner() + " ("
                + String.join(" -> ", roles.inheritancePath(role, table.owner())) + ")";
    }

    /** Whether a statement of the role sees through policies, as {@code row_security_active} says for the current user. */
    boolean active(String role, Relation relation) {
        return relation.isTable() && exempt(role, relation).isEmpty();
    }

    Merged merge(String role, Relation table, Privilege command, boolean reading) {
        Command asked = Command.valueOf(command.name());
        List<Policy> own = applying(role, table, asked);
        List<Policy> read = reading && asked != Command.SELECT ? applying(role, table, Command.SELECT) : List.of();
        List<Reason> path = new ArrayList<>();
        if (table.forced() && roles.uses(role, table.owner())) {
            path.add(new Reason("force", "Row security is forced, so the policies hold for its owner too."));
        }
        describe(asked, own, path);
        boolean alsoRead = reading && asked != Command.SELECT;
        if (alsoRead) {
            path.add(new Reason("select-policy", "A WHERE or RETURNING also asks the policies for SELECT."));
            describe(Command.SELECT, read, path);
        }
        Clauses using = asked == Command.INSERT ? Clauses.TRUE : Clauses.using(own);
        Clauses check = asked == Command.INSERT || asked == Command.UPDATE ? Clauses.check(own) : Clauses.TRUE;
        if (alsoRead) {
            Clauses visible = Clauses.using(read);
            using = asked == Command.INSERT ? using : using.and(visible);
            check = asked == Command.DELETE ? check : check.and(visible);
        }
        List<Policy> all = Stream.concat(own.stream(), read.stream()).distinct().toList();
        return new Merged(using, check, all, path);
    }

    /** In the order of their names, which is that of PostgreSQL. */
    List<Policy> applying(String role, Relation table, Command command) {
        return table.policies().stream()
                .filter(policy -> policy.command() == Command.ALL || policy.command() == command)
                .filter(policy -> policy.roles().stream().anyMatch(to -> covers(to, role)))
                .toList();
    }

    private boolean covers(String to, String role) {
        return to.equals(Grant.PUBLIC) || roles.uses(role, to);
    }

    private static void describe(Command command, List<Policy> policies, List<Reason> path) {
        if (policies.stream().noneMatch(Policy::permissive)) {
            path.add(new Reason("no-policy", "No permissive policy for " + command + " applies: no row passes."));
        }
        for (Policy policy : policies) {
            path.add(new Reason("policy", sentence(policy)));
        }
    }

    private static String sentence(Policy policy) {
        return (policy.permissive() ? "Policy " : "Restrictive policy ") + policy.name() + " (" + policy.command()
                + ") applies" + (policy.permissive() ? "." : ": its condition must hold as well.");
    }
}
