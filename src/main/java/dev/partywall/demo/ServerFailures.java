package dev.partywall.demo;

import dev.partywall.failure.Failure;
import java.nio.file.Path;

/** What can go wrong with the embedded server, in words. */
final class ServerFailures {
    private static final String RETRY = "Connect to a server of your own instead (--app-url, --bypass-url).";

    private ServerFailures() {}

    static Failure unsupported(String system) {
        return Failure.incomplete("There is no embedded PostgreSQL for " + system + " in this build.", RETRY);
    }

    static Failure noOrdinaryUser() {
        return Failure.incomplete(
                "PostgreSQL does not run as root, and neither unshare, setpriv nor runuser works here to run it as somebody else.",
                "Start Partywall as an ordinary user.");
    }

    static Failure couldNotRun(String program, String output) {
        return Failure.incomplete("The embedded server's " + name(program) + " failed: " + lastLine(output), RETRY);
    }

    static Failure couldNotRun(String program, Exception cause) {
        return Failure.incomplete(
                "The embedded server's " + name(program) + " could not be run: " + cause.getMessage(),
                RETRY,
                null,
                cause);
    }

    static Failure io(String doing, Exception cause) {
        return Failure.incomplete(
                "Could not " + doing + ": " + cause.getMessage(),
                "Check free space and permissions, or connect to a server of your own.",
                null,
                cause);
    }

    static Failure ended(String log) {
        return Failure.incomplete("The embedded server ended while starting: " + lastLine(log), RETRY);
    }

    static Failure silent() {
        return Failure.incomplete("The embedded server did not become ready within a minute.", RETRY);
    }

    static Failure inUse(Path directory, long process) {
        return Failure.incomplete(
                "A server is already running on " + directory + " (process " + process + ").",
                "Connect to it, or stop it first.");
    }

    static Failure foreign(Path directory) {
        return Failure.incomplete(
                directory + " is not empty and holds no server of Partywall's.", "Name an empty or a new folder.");
    }

    static Failure otherMajor(Path directory, String found, String ours) {
        return Failure.incomplete(
                directory + " was made by PostgreSQL " + found + "; this is PostgreSQL " + ours + ".",
                "Name another folder.");
    }

    private static String name(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
    }

    private static String lastLine(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? "it said nothing." : stripped.substring(stripped.lastIndexOf('\n') + 1);
    }
}
