package dev.partywall.connect;

import dev.partywall.connect.Refusals.Saying;
import dev.partywall.profile.Address;

/** Why a statement was refused (PostgreSQL: Error Codes). */
final class StatementRefusals {
    private StatementRefusals() {}

    /** @param said the server's own words */
    static Saying of(Address address, String state, String said) {
        return switch (state) {
            case "42501" ->
                new Saying(
                        "The role " + address.user() + " may not do that: " + said + ".",
                        "Grant it the privilege, or use a role that has it.");
            case "42P01", "42703", "3F000", "42883" ->
                new Saying("The database has changed or never had it: " + said + ".", "Refresh, and look again.");
            case "57014" ->
                new Saying("The server stopped the statement: " + said + ".", "Ask for less, or try again.");
            case "55P03" ->
                new Saying("Somebody holds a lock that is needed: " + said + ".", "Try again when they are done.");
            case "40001", "40P01" ->
                new Saying("Somebody changed the same rows meanwhile: " + said + ".", "Try again.");
            case "25006" ->
                new Saying(
                        "Looking cannot write: " + said + ".",
                        "Write with a tool that is meant to, or use the back-fill.");
            case "25P02" ->
                new Saying(
                        "An earlier statement of this transaction was refused, so nothing else is answered in it.",
                        "Try again without that statement.");
            case "0LP01", "0P000", "22023" ->
                new Saying("The server does not take the setting: " + said + ".", "Correct it.");
            default ->
                new Saying("The server refuses the statement: " + said + ".", "Correct the statement, and try again.");
        };
    }
}
