package dev.partywall.ui;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Profile;
import dev.partywall.profile.ProfileStore;
import dev.partywall.ui.frame.FrameController;
import dev.partywall.ui.start.StartController;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The one window: the start screen, or the frame around an open database. */
public final class Window implements FrameController.Surroundings {
    private final Stage stage;
    private final Work work;
    private final Settings settings;
    private final Path folder;
    private final Path settingsFile;
    private final House house;
    private final Scene scene = new Scene(new Region());
    private @Nullable Desk desk;

    /** @param folder where settings and profiles are kept */
    public Window(Stage stage, Work work, Path folder) {
        this.stage = stage;
        this.work = work;
        this.folder = folder;
        this.settingsFile = folder.resolve("window.json");
        this.settings = Settings.load(settingsFile);
        this.house =
                new House(new ProfileStore(folder.resolve("profiles")), new PasswordDialog(work, scene), this::enter);
    }

    /** Opens it on the start screen. */
    public void show() {
        // What escapes a listener is shown in the window too.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> work.report(failure));
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(scheme -> settings.theme().apply(scene));
        stage.setTitle(Texts.say("window.title"));
        stage.setScene(scene);
        stage.setWidth(settings.width());
        stage.setHeight(settings.height());
        stage.setMaximized(settings.maximized());
        stage.setMinWidth(1000);
        stage.setMinHeight(640);
        stage.setOnHidden(event -> close());
        start();
        stage.show();
    }

    private void start() {
        stage.setTitle(Texts.say("window.title"));
        put(new StartController(house, work, this::theme, this::nextTheme).root());
    }

    /** Reads the database and, when that went well, shows it. */
    void enter(Profile profile) {
        try {
            enter(house.desk(profile, work, settings, folder), profile);
        } catch (Failure refused) {
            work.report(refused);
        }
    }

    private void enter(Desk opening, Profile profile) {
        work.start(
                Texts.say("window.reading", profile.name()),
                progress -> house.read(opening, progress),
                found -> arrive(opening, found),
                trouble -> {
                    work.aside(opening::close);
                    work.report(trouble.cause());
                });
    }

    private void arrive(Desk opened, House.Found found) {
        opened.take(found);
        desk = opened;
        stage.setTitle(Texts.say("window.title.open", opened.profile().name()));
        FrameController frame = new FrameController(opened, screen -> Pages.of(screen, opened), this);
        put(frame.root());
        frame.go(Screen.OVERVIEW, null);
    }

    private void put(Parent root) {
        scene.setRoot(root);
    }

    /** What is open now, if anything. */
    public @Nullable Desk desk() {
        return desk;
    }

    @Override
    public Theme theme() {
        return settings.theme();
    }

    @Override
    public void nextTheme() {
        settings.theme(settings.theme().next());
        settings.theme().apply(scene);
        work.aside(() -> settings.save(settingsFile));
    }

    @Override
    public void leave() {
        Desk left = desk;
        desk = null;
        if (left != null) {
            work.aside(left::close);
        }
        start();
    }

    private void close() {
        settings.size(stage.getWidth(), stage.getHeight(), stage.isMaximized());
        settings.save(settingsFile);
        if (desk != null) {
            desk.close();
        }
        house.close();
    }
}
