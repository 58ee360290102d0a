package dev.partywall.ui.start;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.ui.Texts;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The fields that make a profile. A password in a URL is used, and neither saved nor shown. */
final class ProfileForm {
    private final TextField appUrl;
    private final TextField bypassUrl;
    private final TextField name;
    private final ComboBox<Environment> environment;
    private TenancyDeclaration tenancy = TenancyDeclaration.none();
    private @Nullable Login app;
    private @Nullable Login bypass;
    private @Nullable String edited;

    ProfileForm(TextField appUrl, TextField bypassUrl, TextField name, ComboBox<Environment> environment) {
        this.appUrl = appUrl;
        this.bypassUrl = bypassUrl;
        this.name = name;
        this.environment = environment;
        environment.getItems().setAll(Environment.values());
        environment.setConverter(new Names());
        environment.setValue(Environment.DEVELOPMENT);
    }

    /** Shows a profile to be changed: saving it under another name renames it. */
    void edit(Profile profile) {
        fill(profile);
        edited = profile.name();
    }

    /** Shows a copy of a profile, to be saved beside it. */
    void duplicate(Profile profile) {
        fill(profile);
        name.setText(Texts.say("start.saved.copy", profile.name()));
        edited = null;
    }

    private void fill(Profile profile) {
        app = profile.app();
        bypass = profile.bypass();
        appUrl.setText(profile.app().url());
        bypassUrl.setText(bypass == null ? "" : bypass.url());
        name.setText(profile.name());
        environment.setValue(profile.environment());
        tenancy = profile.tenancy();
    }

    /** The saved profile that the form changes; null where it makes a new one. */
    @Nullable
    String edited() {
        return edited;
    }

    /** @throws Failure when the app side is empty */
    Profile read() {
        String url = appUrl.getText().strip();
        if (url.isEmpty()) {
            throw Failure.usage(Texts.say("start.connect.empty"), Texts.say("start.connect.empty.next"));
        }
        String called = name.getText().isBlank()
                ? Texts.say("start.connect.unnamed")
                : name.getText().strip();
        String other = bypassUrl.getText().strip();
        return new Profile(
                called,
                environment.getValue(),
                login(url, app),
                other.isEmpty() ? null : login(other, bypass),
                tenancy);
    }

    /** User and password stay where the profile says they are: the form shows neither. */
    private static Login login(String url, @Nullable Login known) {
        return known == null ? new Login(url, null, null) : new Login(url, known.user(), known.password());
    }

    /** Environments in the words of the bundle. */
    private static final class Names extends StringConverter<Environment> {
        @Override
        public String toString(@Nullable Environment value) {
            return value == null ? "" : Texts.say("environment." + value.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Environment fromString(String text) {
            throw new UnsupportedOperationException("environments are chosen, not typed");
        }
    }
}
