package dev.partywall.ui;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.demo.Samples;
import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Profile;
import dev.partywall.profile.ProfileStore;
import dev.partywall.tenancy.Tenant;
import dev.partywall.tenancy.TenantRegistry;
import dev.partywall.ui.start.Doors;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What lies behind the start screen: the demo's server, saved profiles, the way into a database. */
final class House implements Doors, AutoCloseable {
    private final Consumer<Profile> entry;
    private final ProfileStore profiles;
    private final PasswordPrompt prompt;
    private @Nullable EmbeddedServer server;

    /** A database as it was read. */
    record Found(Inspection inspection, List<Tenant> tenants) {}

    House(ProfileStore profiles, PasswordPrompt prompt, Consumer<Profile> entry) {
        this.prompt = prompt;
        this.profiles = profiles;
        this.entry = entry;
    }

    @Override
    public List<Sample> samples() {
        return Samples.all().stream()
                .map(sample -> new Sample(sample.name(), Texts.say("sample." + sample.name())))
                .toList();
    }

    @Override
    public Profile demo(String sample, Progress progress) {
        progress.tell(0, 0, Texts.say("start.demo.starting"));
        return Samples.named(sample).load(server());
    }

    /** The embedded server; started by the first demo and kept until the window closes. */
    private synchronized EmbeddedServer server() {
        if (server == null) {
            server = EmbeddedServer.start();
        }
        return server;
    }

    @Override
    public List<Profile> saved() {
        return profiles.names().stream().map(profiles::load).toList();
    }

    @Override
    public void save(Profile profile) {
        profiles.save(profile);
    }

    @Override
    public void remove(Profile profile) {
        profiles.delete(profile.name());
    }

    @Override
    public List<Check> doctor(Profile profile, Progress progress) {
        return List.of();
    }

    @Override
    public void enter(Profile profile) {
        entry.accept(profile);
    }

    Desk desk(Profile profile, Work work, Settings settings, Path folder) {
        return new Desk(Link.open(profile, prompt), work, settings, folder, this::read);
    }

    /** Reads the catalogue and the tenants. Takes its time. */
    Found read(Desk desk, Progress progress) {
        Link link = desk.link().stoppedBy(progress.cancellation());
        progress.tell(0, 0, Texts.say("window.catalogue"));
        Inspection inspection = Inspector.inspect(link);
        progress.tell(0, 0, Texts.say("window.tenants"));
        return new Found(inspection, tenants(link, inspection));
    }

    private static List<Tenant> tenants(Link link, Inspection inspection) {
        TenantRegistry registry = inspection.tenancy().registry();
        if (registry == null) {
            return List.of();
        }
        SessionContext reader = link.hasBypass() ? SessionContext.bypass() : SessionContext.nobody();
        String label = registry.label() == null ? "NULL" : Identifiers.quote(registry.label());
        String status = registry.status() == null ? "NULL" : Identifiers.quote(registry.status());
        String sql = "SELECT " + Identifiers.quote(registry.key()) + "::text, " + label + "::text, " + status
                + "::text FROM " + registry.table().sql() + " ORDER BY 2, 1";
        return link.read(
                reader,
                "read the list of tenants",
                session -> session.list(Sql.of(sql), row -> new Tenant(row.get(1), row.text(2), row.text(3))));
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
    }
}
