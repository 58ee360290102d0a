package dev.partywall;

import dev.partywall.cli.PartywallCommand;
import dev.partywall.failure.Failure;
import dev.partywall.ui.App;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** Opens the window when started without arguments, and the command line otherwise. */
public final class Main {
    private static final int NOT_COMPLETED = 2;

    private Main() {}

    public static void main(String[] args) {
        quietLibraries();
        System.exit(args.length == 0 ? window() : PartywallCommand.run(args));
    }

    private static int window() {
        drawWithoutGraphicsCard();
        try {
            App.open();
            return 0;
        } catch (Failure failure) {
            System.err.println("partywall: " + failure.getMessage() + " " + failure.nextStep());
            return NOT_COMPLETED;
        }
    }

    /** Spares the search for a graphics card where Linux shows none, and what drivers then print. */
    private static void drawWithoutGraphicsCard() {
        if ("Linux".equals(System.getProperty("os.name")) && !Files.exists(Path.of("/dev/dri"))) {
            System.getProperties().putIfAbsent("prism.order", "sw");
        }
    }

    private static void quietLibraries() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (InputStream settings = Main.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
