import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Puts the image together that {@code mvn package} leaves in {@code target/partywall}: a Java runtime with JavaFX, the
 * launcher, and archives of loaded classes that make it start faster. Maven has put the libraries there already.
 *
 * <p>Usage: {@code java Assemble.java TARGET JAR}
 */
final class Assemble {
    private static final String MODULES = String.join(
            ",",
            "java.desktop",
            "java.sql",
            "java.naming",
            "java.management",
            "java.scripting",
            "java.security.jgss",
            "jdk.unsupported",
            "jdk.crypto.ec",
            "jdk.localedata",
            "jdk.jfr",
            "javafx.controls",
            "javafx.fxml");
    private static final long TRAINING_SECONDS = 120;

    private final Path target;
    private final Path image;

    private Assemble(Path target) {
        this.target = target;
        this.image = target.resolve("partywall");
    }

    public static void main(String[] args) throws Exception {
        Assemble assembly = new Assemble(Path.of(args[0]).toAbsolutePath());
        assembly.runtime();
        Files.copy(
                assembly.target.resolve(args[1]),
                assembly.image.resolve("lib/partywall.jar"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        assembly.launcher();
        if (!Boolean.getBoolean("partywall.untrained")) {
            assembly.train("command", List.of(), List.of("verify", "--demo", "--format", "json"));
            assembly.train(
                    "window",
                    List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dpartywall.closeWhenShown=true"),
                    List.of());
        }
    }

    /** Links the runtime, unless the one there was linked from the same parts. */
    private void runtime() throws IOException {
        Path runtime = image.resolve("runtime");
        Path mark = runtime.resolve("linked-from");
        String parts = Runtime.version() + " " + MODULES + " " + names(target.resolve("javafx"));
        if (Files.exists(mark) && Files.readString(mark).equals(parts)) {
            return;
        }
        remove(runtime);
        Files.createDirectories(image.resolve("lib"));
        int exit = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException("this JDK has no jlink"))
                .run(System.out, System.err, jlink(runtime));
        if (exit != 0) {
            throw new IllegalStateException("jlink ended with " + exit);
        }
        Files.writeString(mark, parts);
    }

    private String[] jlink(Path runtime) {
        return new String[] {
            "--module-path",
            target.resolve("javafx").toString(),
            "--add-modules",
            MODULES,
            "--output",
            runtime.toString(),
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--generate-cds-archive"
        };
    }

    private void launcher() throws IOException {
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve("partywall");
        Files.copy(Path.of("src/package/partywall"), launcher, StandardCopyOption.REPLACE_EXISTING);
        if (launcher.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Runs the program once and keeps what it loaded. Without the archive everything works, only slower. */
    private void train(String name, List<String> options, List<String> arguments) throws Exception {
        Path archive = image.resolve("lib/" + name + ".aot");
        Files.deleteIfExists(archive);
        List<String> words =
                new ArrayList<>(List.of(image.resolve("runtime/bin/java").toString()));
        words.addAll(List.of("-XX:AOTCacheOutput=" + archive, "-Xlog:disable", "-XX:+UseSerialGC"));
        words.addAll(
                List.of("--enable-native-access=ALL-UNNAMED,javafx.graphics", "--sun-misc-unsafe-memory-access=allow"));
        words.addAll(options);
        words.addAll(List.of("-cp", image.resolve("lib/partywall.jar").toString(), "dev.partywall.Main"));
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.redirectOutput(target.resolve("training-" + name + ".log").toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        // What the window remembers is not to land among this person's settings.
        builder.environment()
                .put("XDG_CONFIG_HOME", target.resolve("training-settings").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
            process.destroy();
            process.waitFor();
        }
        if (!Files.exists(archive)) {
            System.err.println("No archive for the " + name + ": it will start slower (see " + target + ").");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
