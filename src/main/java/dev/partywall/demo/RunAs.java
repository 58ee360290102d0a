package dev.partywall.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * As whom the server runs. PostgreSQL refuses to run as root; root therefore starts it without root's rights: in a user
 * namespace of its own or, where the system forbids those, as the user nobody.
 *
 * @param prefix the words before each of the server's commands
 * @param owner the user whom its files must belong to; empty for whoever we are
 */
record RunAs(List<String> prefix, String owner) {
    private static final String NOBODY = "65534";

    static RunAs ourselves() {
        return new RunAs(List.of(), "");
    }

    /** The first way that works on this machine. */
    static RunAs find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return ourselves();
        }
        return asRoot().stream()
                .filter(way -> Command.succeeds(Command.join(way.prefix, List.of("true"))))
                .findFirst()
                .orElseThrow(ServerFailures::noOrdinaryUser);
    }

    /** The ways for root, best first. */
    static List<RunAs> asRoot() {
        return List.of(
                new RunAs(List.of("unshare", "-U"), ""),
                new RunAs(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY),
                new RunAs(List.of("runuser", "-u", "nobody", "--"), NOBODY));
    }

    List<String> command(List<String> words) {
        return Command.join(prefix, words);
    }

    /** Gives the directory and all in it to the server's user. */
    void hand(Path directory) {
        if (!owner.isEmpty()) {
            Command.run(List.of("chown", "-R", owner, directory.toString()));
        }
    }
}
