package dev.partywall.demo;

import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import dev.partywall.profile.ProfileStore;
import dev.partywall.profile.Secret;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sample's {@code profile.json}, pointed at the server that runs. */
record SampleProfile(Sample sample, EmbeddedServer server) {

    Profile read() {
        String text = sample.text("profile.json").replace("${port}", String.valueOf(server.port()));
        Profile profile = ProfileStore.parse(text, "of the sample " + sample.name());
        return new Profile(
                profile.name(),
                profile.environment(),
                withPassword(profile.app()),
                profile.bypass() == null ? null : withPassword(profile.bypass()),
                profile.tenancy());
    }

    /** The password stays in the server's file, and the profile says how to get it. */
    private Login withPassword(Login login) {
        @Nullable Path file = server.passwordFile();
        return file == null
                ? login
                : new Login(login.url(), login.user(), new Secret.Command(List.of("cat", file.toString())));
    }
}
