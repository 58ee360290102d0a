package dev.partywall.ui;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.connect.Diagnosis;
import dev.partywall.connect.Diagnosis.Condition;
import dev.partywall.connect.Doctor;
import dev.partywall.connect.Link;
import dev.partywall.connect.Side;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.demo.Samples;
import dev.partywall.failure.Failure;
import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Profile;
import dev.partywall.profile.ProfileStore;
import dev.partywall.tenancy.Tenant;
import dev.partywall.tenancy.Tenants;
import dev.partywall.ui.start.Doors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What lies behind the start screen: the demo's server, saved profiles, the way into a database. */
final class House implements Doors, AutoCloseable {
    /** More are not listed; any id may still be typed. */
    private static final int MOST_TENANTS = 50_000;

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
    public Saved saved() {
        List<Profile> readable = new ArrayList<>();
        List<Trouble> damaged = new ArrayList<>();
        for (String name : profiles.names()) {
            try {
                readable.add(profiles.load(name));
            } catch (Failure unreadable) {
                damaged.add(Trouble.of(unreadable));
            }
        }
        return new Saved(readable, damaged);
    }

    @Override
    public void rename(String before, String now) {
        profiles.moveBeside(before, now);
        profiles.delete(before);
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
        return Doctor.examine(profile, prompt).lines().stream()
                .map(line -> new Check(line.condition() != Condition.PROBLEM, words(line), line.remedy()))
                .toList();
    }

    private static String words(Diagnosis.Line line) {
        Side side = line.side();
        return side == null
                ? line.sentence()
                : Texts.say("doctor." + side.name().toLowerCase(Locale.ROOT), line.sentence());
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
        if (!link.hasBypass()) {
            return List.of();
        }
        Tenants tenants = new Tenants(inspection.snapshot(), inspection.tenancy());
        return link.control("read the list of tenants", session -> tenants.list(session, MOST_TENANTS));
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
    }
}
