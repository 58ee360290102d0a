package dev.partywall.profile;

import org.jspecify.annotations.Nullable;

/** Asks a person for a password, in the window or on the console. */
@FunctionalInterface
public interface PasswordPrompt {
    /**
     * @param address what the password is for
     * @return null when nobody answers
     */
    @Nullable
    Password ask(Address address);

    /** Nobody is there to be asked. */
    static PasswordPrompt none() {
        return address -> null;
    }
}
