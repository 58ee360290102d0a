package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Follows the references of profiles to passwords. What was found stays in memory while this lives. */
public final class Passwords {
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(60);

    private final Surroundings surroundings;
    private final PasswordPrompt prompt;
    private final Map<String, Address> found = new ConcurrentHashMap<>();

    public Passwords(Surroundings surroundings, PasswordPrompt prompt) {
        this.surroundings = surroundings;
        this.prompt = prompt;
    }

    /**
     * Where the login leads, with its password; without one where none is found and none is referred to.
     *
     * @throws Failure when the login makes no sense or its password cannot be had; without any secret in it
     */
    public Address address(Login login) {
        String key = login.url() + "\n" + login.user() + "\n" + login.password();
        Address known = found.get(key);
        if (known != null) {
            return known;
        }
        Address address = completed(Addresses.resolve(login, surroundings), login.password());
        found.put(key, address);
        return address;
    }

    /** Forgets a password that turned out wrong, so that it is looked up or asked for again. */
    public void forget() {
        found.clear();
    }

    private Address completed(Address address, @Nullable Secret secret) {
        return switch (secret) {
            case null -> address;
            case Secret.Env variable -> address.with(fromEnvironment(variable.name()));
            case Secret.PgPass file -> fromPasswordFile(address);
            case Secret.Command command -> address.with(new PasswordCommand(command.words(), COMMAND_TIMEOUT).run());
            case Secret.Keyring keyring -> address.with(fromKeyring(address));
            case Secret.Ask ask -> address.with(asked(address));
        };
    }

    private Password fromEnvironment(String name) {
        String value = surroundings.variable(name);
        if (value == null) {
            throw Failure.incomplete(
                    "The environment variable " + name + ", which should hold the password, is not set.",
                    "Set it, or name another place for the password in the profile.");
        }
        return new Password(value);
    }

    private static Address fromPasswordFile(Address address) {
        if (address.password() == null) {
            String why = address.notices().isEmpty()
                    ? "The password file has no line for " + address + "."
                    : address.notices().getLast();
            throw Failure.incomplete(why, "Add host:port:database:user:password to it, and chmod 600 it.");
        }
        return address;
    }

    /** Where the keyring does not help, the person is asked. */
    private Password fromKeyring(Address address) {
        try {
            return Keyring.lookup(address);
        } catch (Failure noKeyring) {
            Password answer = prompt.ask(address);
            if (answer == null) {
                throw noKeyring;
            }
            return answer;
        }
    }

    private Password asked(Address address) {
        Password answer = prompt.ask(address);
        if (answer == null) {
            throw Failure.incomplete(
                    "The profile says to ask for the password of " + address + ", and nobody answered.",
                    "Name a place for it in the profile that needs no person: env, pgpass, command or keyring.");
        }
        return answer;
    }
}
