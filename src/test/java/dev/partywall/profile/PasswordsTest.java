package dev.partywall.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partywall.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Surroundings SURROUNDINGS =
            new Surroundings(Map.of("SHOP_PASSWORD", "geheim"), Path.of("nowhere"), "ann");

    private final List<String> asked = new ArrayList<>();
    private final Passwords passwords = new Passwords(SURROUNDINGS, address -> {
        asked.add(address.user());
        return new Password("typed");
    });

    private @Nullable String find(Passwords where, Secret secret) {
        Password password =
                where.address(new Login("postgresql://bob@h/d", null, secret)).password();
        return password == null ? null : password.reveal();
    }

    private Failure refused(Secret secret) {
        Passwords nobody = new Passwords(SURROUNDINGS, PasswordPrompt.none());
        return catchThrowableOfType(Failure.class, () -> find(nobody, secret));
    }

    @Test
    void takesThePasswordOfAVariable() {
        assertThat(find(passwords, new Secret.Env("SHOP_PASSWORD"))).isEqualTo("geheim");
        assertThat(refused(new Secret.Env("NOT_SET"))).hasMessageContaining("NOT_SET");
    }

    @Test
    void takesTheFirstLineACommandPrints() {
        assertThat(find(passwords, new Secret.Command(List.of("printf", "ge heim\\nsecond\\n"))))
                .isEqualTo("ge heim");
    }

    @Test
    void aCommandThatFailsIsNamedWithoutItsArguments() {
        assertThat(List.of(
                        refused(new Secret.Command(List.of("/no/such/program", "geheim"))),
                        refused(new Secret.Command(List.of("sh", "-c", "echo geheim >&2; exit 3"))),
                        refused(new Secret.Command(List.of()))))
                .allSatisfy(failure -> assertThat(failure.getMessage() + failure.nextStep() + failure.getCause())
                        .doesNotContain("geheim"));
        assertThat(refused(new Secret.Command(List.of("sh", "-c", "exit 3"))))
                .hasMessage("The password command sh ended with 3.");
    }

    @Test
    void aCommandThatHangsIsEnded() {
        PasswordCommand hanging = new PasswordCommand(List.of("sleep", "600"), Duration.ofMillis(50));
        assertThat(catchThrowableOfType(Failure.class, hanging::run)).hasMessageContaining("did not end within");
    }

    @Test
    void asksOnceForEachRole() {
        Login login = new Login("postgresql://bob@h/d", null, new Secret.Ask());
        assertThat(passwords.address(login).password())
                .isEqualTo(passwords.address(login).password());
        passwords.address(login.as("carl"));
        assertThat(asked).containsExactly("bob", "carl");
        passwords.forget();
        passwords.address(login);
        assertThat(asked).containsExactly("bob", "carl", "bob");
    }

    @Test
    void saysWhenNobodyAnswers() {
        assertThat(refused(new Secret.Ask())).hasMessageContaining("nobody answered");
        assertThat(refused(new Secret.PgPass())).hasMessageContaining("no line for database d on h:5432 as bob");
        assertThat(refused(new Secret.Keyring())).hasMessageContaining("keyring");
    }

    @Test
    void asksWhereTheKeyringDoesNotHelp() {
        assertThat(find(passwords, new Secret.Keyring())).isEqualTo("typed");
    }

    @Test
    void aReferenceComesBeforeThePasswordOfTheString() {
        Login login = new Login("postgresql://bob:string@h/d", null, new Secret.Env("SHOP_PASSWORD"));
        Password password = passwords.address(login).password();
        assertThat(password == null ? null : password.reveal()).isEqualTo("geheim");
    }
}
