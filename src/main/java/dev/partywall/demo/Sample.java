package dev.partywall.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partywall.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * One folder of {@code sample-data}.
 *
 * @param name of the folder
 */
public record Sample(String name) {

    /** The name of its database: that of the folder, as PostgreSQL names go. */
    public String database() {
        return name.replace('-', '_');
    }

    /** What it shows, in Markdown. */
    public String readme() {
        return text("README.md");
    }

    /** What {@code verify} must say of it, as JSON. */
    public String expected() {
        return text("expected.json");
    }

    /**
     * Makes the database on the server, unless an earlier run has made it already, and says how to connect to it.
     *
     * @throws dev.partywall.failure.Failure when the server refuses
     */
    public Profile load(EmbeddedServer server) {
        Profile profile = new SampleProfile(this, server).read();
        new SampleDatabase(this, server).make(profile);
        return profile;
    }

    boolean exists() {
        return Sample.class.getResource(path("profile.json")) != null;
    }

    String text(String file) {
        try (InputStream stream = Sample.class.getResourceAsStream(path(file))) {
            return new String(Objects.requireNonNull(stream, path(file)).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw ServerFailures.io("read " + path(file), e);
        }
    }

    private String path(String file) {
        return "/sample-data/" + name + "/" + file;
    }
}
