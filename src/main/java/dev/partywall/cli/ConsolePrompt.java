package dev.partywall.cli;

import dev.partywall.profile.Address;
import dev.partywall.profile.Password;
import dev.partywall.profile.PasswordPrompt;
import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Asks on the terminal, without showing what is typed. Where there is no terminal nobody answers. */
final class ConsolePrompt implements PasswordPrompt {
    @Override
    public @Nullable Password ask(Address address) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return null;
        }
        char[] typed = console.readPassword("Password for %s: ", address);
        return typed == null ? null : new Password(new String(typed));
    }
}
