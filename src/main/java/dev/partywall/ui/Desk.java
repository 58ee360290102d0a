package dev.partywall.ui;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Advice;
import dev.partywall.connect.Activity;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.probe.Verdict;
import dev.partywall.profile.Profile;
import dev.partywall.profile.ProfileStore;
import dev.partywall.report.History;
import dev.partywall.report.Report;
import dev.partywall.tenancy.Tenant;
import dev.partywall.tenancy.TenantType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One open database on the screen: what all its screens share. */
public final class Desk implements AutoCloseable {
    private static final int REMEMBERED = 10_000;

    private final Link link;
    private final Work work;
    private final Settings settings;
    private final Path folder;
    private final Reader reader;
    private final Lane rereading;
    private final ObjectProperty<@Nullable Inspection> inspection = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Lens> lens = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Lens> against = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Advice> advice = new SimpleObjectProperty<>();
    private final Suppressions suppressions;
    private final Advising advising;
    private final ObjectProperty<@Nullable Report> run = new SimpleObjectProperty<>();
    private final ObservableList<Verdict> verdicts = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Proof> proof = new SimpleObjectProperty<>();
    private final ObservableList<Activity> activity = FXCollections.observableArrayList();
    private final ObservableList<Tenant> tenants = FXCollections.observableArrayList();
    private BiConsumer<Screen, @Nullable Object> navigator = (screen, target) -> {};

    /** Reads the database of a desk; takes its time. */
    @FunctionalInterface
    interface Reader {
        House.Found read(Desk desk, Progress progress);
    }

    Desk(Link link, Work work, Settings settings, Path folder, Reader reader) {
        this.link = link;
        this.work = work;
        this.settings = settings;
        this.folder = folder;
        this.reader = reader;
        this.rereading = work.lane();
        ProfileStore profiles = new ProfileStore(folder.resolve("profiles"));
        this.suppressions = new Suppressions(work, profiles.suppressionsOf(link.profile()));
        this.advising = new Advising(this);
        lens.subscribe(this::endComparison);
        link.onActivity(work.feed(this::remember));
    }

    private void endComparison(@Nullable Lens now) {
        if (now != null && !(now instanceof Lens.Tenant)) {
            against.set(null);
        }
    }

    private void remember(List<Activity> bundle) {
        activity.addAll(0, bundle.reversed());
        if (activity.size() > REMEMBERED) {
            activity.remove(REMEMBERED, activity.size());
        }
    }

    public Profile profile() {
        return link.profile();
    }

    public Link link() {
        return link;
    }

    public Work work() {
        return work;
    }

    public Settings settings() {
        return settings;
    }

    /** Where the window keeps its files. */
    public Path folder() {
        return folder;
    }

    /** The database as it was found; null until it was read. */
    public ObjectProperty<@Nullable Inspection> inspection() {
        return inspection;
    }

    /** As {@link #inspection}, once it was read. */
    public Inspection found() {
        return Objects.requireNonNull(inspection.get(), "the database was not read yet");
    }

    /** Through whom one looks; null until somebody chose. */
    public ObjectProperty<@Nullable Lens> lens() {
        return lens;
    }

    /** With whom the tenant of the lens is compared, row by row; null where nothing is, as when one does not look as a tenant. */
    public ObjectProperty<@Nullable Lens> against() {
        return against;
    }

    /** What the rules said; null until they were asked. */
    public ObjectProperty<@Nullable Advice> advice() {
        return advice;
    }

    /** The rules and scans, asked once for all screens. */
    public Advising advising() {
        return advising;
    }

    /** Which findings do not count, and why. */
    public Suppressions suppressions() {
        return suppressions;
    }

    /** The last run of the probe in this window; null before the first. */
    public ObjectProperty<@Nullable Report> run() {
        return run;
    }

    /** The earlier runs against this database. */
    public History history() {
        String name =
                URLEncoder.encode(profile().name(), StandardCharsets.UTF_8).replace(".", "%2E");
        return new History(folder.resolve("history").resolve(name));
    }

    /** What the last run of the probe showed. */
    public ObservableList<Verdict> verdicts() {
        return verdicts;
    }

    /** Reads the database again, then does {@code next}: what F5 means on every screen. */
    public void reread(Runnable next) {
        rereading.start(
                Texts.say("window.reading", profile().name()), progress -> reader.read(this, progress), found -> {
                    take(found);
                    next.run();
                });
    }

    void take(House.Found found) {
        inspection.set(found.inspection());
        suppressions.load();
        tenants.setAll(found.tenants());
    }

    /** What the proof strip shows; null when no rows are on the screen. */
    public ObjectProperty<@Nullable Proof> proof() {
        return proof;
    }

    /** The tenants to choose from. */
    public ObservableList<Tenant> tenants() {
        return tenants;
    }

    /** A tenant's name for people; its id where nobody gave it a name. */
    public String nameOf(String id) {
        return tenants.stream()
                .filter(tenant -> tenant.id().equals(id) && tenant.label() != null)
                .map(tenant -> String.valueOf(tenant.label()))
                .findFirst()
                .orElse(id);
    }

    /** What Partywall did, newest first. */
    public ObservableList<Activity> activity() {
        return activity;
    }

    /** Goes to another screen, with something to show there. */
    public void go(Screen screen, @Nullable Object target) {
        navigator.accept(screen, target);
    }

    public void onGo(BiConsumer<Screen, @Nullable Object> listener) {
        navigator = listener;
    }

    /** @throws dev.partywall.failure.Failure when the id does not fit the type of the tenant column */
    public void checkTenant(String id) {
        TenantType.check(id, found().tenancy().tenantType());
    }

    @Override
    public void close() {
        link.close();
    }
}
