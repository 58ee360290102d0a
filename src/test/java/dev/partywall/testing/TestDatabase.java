package dev.partywall.testing;

import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import dev.partywall.profile.TenancyDeclaration;

/** A fresh database on the test server. Every role may log in without a password. */
public record TestDatabase(String name) {
    /** JDBC URL without a user. */
    public String url() {
        return TestServer.url(name);
    }

    /** Runs a script as superuser. */
    public void execute(String script) {
        TestServer.execute(name, script);
    }

    /** A profile with these two roles. */
    public Profile profile(String appRole, String bypassRole, TenancyDeclaration tenancy) {
        return new Profile(
                name,
                Environment.DEVELOPMENT,
                new Login(url(), appRole, null),
                new Login(url(), bypassRole, null),
                tenancy);
    }
}
