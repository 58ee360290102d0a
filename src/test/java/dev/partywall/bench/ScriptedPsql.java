package dev.partywall.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The psql that is installed here. */
record ScriptedPsql(Path program) {
    /** Null where there is none. */
    static @Nullable ScriptedPsql find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "psql"))
                .filter(java.nio.file.Files::isExecutable)
                .findFirst()
                .map(ScriptedPsql::new)
                .orElse(null);
    }

    /** How long a script takes, its output thrown away. */
    double millis(String jdbcUrl, String user, Path script) throws IOException, InterruptedException {
        long began = System.nanoTime();
        run(jdbcUrl, user, List.of("-f", script.toString()), ProcessBuilder.Redirect.DISCARD);
        return (System.nanoTime() - began) / 1e6;
    }

    boolean hasPgTap(String jdbcUrl) throws IOException, InterruptedException {
        String ask =
                "DO $$ BEGIN PERFORM 1 / (SELECT count(*) FROM pg_available_extensions WHERE name = 'pgtap'); END $$";
        return run(jdbcUrl, "postgres", List.of("-v", "ON_ERROR_STOP=1", "-c", ask), ProcessBuilder.Redirect.DISCARD)
                == 0;
    }

    private int run(String jdbcUrl, String user, List<String> what, ProcessBuilder.Redirect output)
            throws IOException, InterruptedException {
        URI url = URI.create(jdbcUrl.substring("jdbc:".length()));
        List<String> command = Stream.concat(
                        Stream.of(
                                program.toString(),
                                "-X",
                                "-q",
                                "-h",
                                url.getHost(),
                                "-p",
                                String.valueOf(url.getPort()),
                                "-U",
                                user,
                                "-d",
                                url.getPath().substring(1)),
                        what.stream())
                .toList();
        return new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(output)
                .start()
                .waitFor();
    }

    static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
