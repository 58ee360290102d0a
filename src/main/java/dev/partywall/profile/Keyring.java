package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The keyring of the desktop, by {@code secret-tool} of libsecret. It is asked in a process of its own and not for long, because a keyring
 * without a session freezes whoever asks it (FACTS, JavaFX 8).
 */
public final class Keyring {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String TOOL = "secret-tool";

    private Keyring() {}

    /** @throws Failure when there is no keyring, it does not answer, or it has no such password */
    static Password lookup(Address address) {
        try {
            return new PasswordCommand(command(address, "lookup"), TIMEOUT).run();
        } catch (Failure failed) {
            throw Failure.incomplete(
                    "The keyring gave no password for " + address + ".",
                    "Install secret-tool (Debian: libsecret-tools) and keep the password with \"" + storing(address)
                            + "\".");
        }
    }

    /**
     * Keeps a password; it is handed over on standard input, never as an argument.
     *
     * @throws Failure when the keyring does not take it
     */
    public static void store(Address address, Password password) {
        try {
            Process process = new ProcessBuilder(command(address, "store", "--label=Partywall: " + address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream out = process.getOutputStream()) {
                out.write(password.reveal().getBytes(StandardCharsets.UTF_8));
            }
            if (process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // not installed, or it ended before it read the password: said below
        }
        throw Failure.incomplete(
                "The keyring did not take the password.", "Choose another place for it in the profile: ask, say.");
    }

    private static List<String> command(Address address, String verb, String... options) {
        List<String> words = new ArrayList<>(List.of(TOOL, verb));
        words.addAll(List.of(options));
        words.addAll(attributes(address));
        return words;
    }

    private static List<String> attributes(Address address) {
        return List.of(
                "service",
                "partywall",
                "place",
                address.places(),
                "database",
                address.database(),
                "user",
                address.user());
    }

    private static String storing(Address address) {
        return TOOL + " store --label=Partywall " + String.join(" ", attributes(address));
    }
}
