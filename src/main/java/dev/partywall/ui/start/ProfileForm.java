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

    ProfileForm(TextField appUrl, TextField bypassUrl, TextField name, ComboBox<Environment> environment) {
        this.appUrl = appUrl;
        this.bypassUrl = bypassUrl;
        this.name = name;
        this.environment = environment;
        environment.getItems().setAll(Environment.values());
        environment.setConverter(new Names());
        environment.setValue(Environment.DEVELOPMENT);
    }

    void fill(Profile profile) {
        Login bypass = profile.bypass();
        appUrl.setText(profile.app().url());
        bypassUrl.setText(bypass == null ? "" : bypass.url());
        name.setText(profile.name());
        environment.setValue(profile.environment());
        tenancy = profile.tenancy();
    }

    /** @throws Failure when the app side is empty */
    Profile read() {
        String app = appUrl.getText().strip();
        if (app.isEmpty()) {
            throw Failure.usage(Texts.say("start.connect.empty"), Texts.say("start.connect.empty.next"));
        }
        String called = name.getText().isBlank()
                ? Texts.say("start.connect.unnamed")
                : name.getText().strip();
        return new Profile(called, environment.getValue(), login(app), bypass(), tenancy);
    }

    private @Nullable Login bypass() {
        String url = bypassUrl.getText().strip();
        return url.isEmpty() ? null : login(url);
    }

    private static Login login(String url) {
        return new Login(url, null, null);
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
