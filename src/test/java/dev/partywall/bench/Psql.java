package dev.partywall.bench;

import dev.partywall.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One psql session that runs a statement over and over and keeps the time itself. */
final class Psql {
    private static final Pattern TIME = Pattern.compile("^Time: ([0-9.]+) ms", Pattern.MULTILINE);
    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/(.*)");

    private Psql() {}

    /** The milliseconds of each of the last {@code rounds} runs, after as many that do not count (one run counts where one is asked for). */
    static double[] millis(TestDatabase database, String user, String setting, String statement, int rounds)
            throws IOException, InterruptedException {
        Matcher address = ADDRESS.matcher(database.url());
        if (!address.find()) {
            throw new IllegalArgumentException(database.url());
        }
        String end = statement.startsWith("\\") ? "\n" : ";\n";
        String script = setting + ";\n\\timing on\n" + (statement + end).repeat(rounds == 1 ? 1 : 2 * rounds);
        Process psql = new ProcessBuilder(
                        "psql",
                        "-X",
                        "-q",
                        "-o",
                        "/dev/null",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        address.group(1),
                        "-p",
                        address.group(2),
                        "-U",
                        user,
                        "-d",
                        address.group(3))
                .redirectErrorStream(true)
                .start();
        Thread writer = Thread.ofPlatform().start(() -> write(psql, script));
        String said = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        writer.join();
        if (psql.waitFor() != 0) {
            throw new IOException("psql: " + said);
        }
        double[] all = TIME.matcher(said)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .toArray();
        return java.util.Arrays.copyOfRange(all, all.length - rounds, all.length);
    }

    private static void write(Process psql, String script) {
        try (var in = psql.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
