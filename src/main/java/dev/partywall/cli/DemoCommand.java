package dev.partywall.cli;

import dev.partywall.connect.Link;
import dev.partywall.connect.Side;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.demo.Sample;
import dev.partywall.demo.Samples;
import dev.partywall.profile.Profile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code partywall demo}: the embedded server with every sample, until Ctrl-C. */
@Command(
        name = "demo",
        description =
                "Starts the embedded server with the sample databases and prints how to connect; Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the databases in this folder; by default they are gone afterwards.")
    private @Nullable Path keep;

    @Override
    public Integer call() throws InterruptedException {
        try (EmbeddedServer server = keep == null ? EmbeddedServer.start() : EmbeddedServer.keep(keep)) {
            new Output(null).write(out -> {
                out.write("PostgreSQL listens on 127.0.0.1:" + server.port() + ".\n");
                Path passwords = server.passwordFile();
                out.write(
                        passwords == null
                                ? "No role needs a password.\n"
                                : "Every role's password is in " + passwords + ".\n");
                for (Sample sample : Samples.all()) {
                    out.write("\n" + sample.name() + "\n" + connections(sample.load(server)));
                }
                out.write("\nCtrl-C stops it" + (keep == null ? " and removes it.\n" : ".\n"));
            });
            new CountDownLatch(1).await(); // until the process is told to end
        }
        return 0;
    }

    private static String connections(Profile profile) {
        try (Link link = Link.open(profile)) {
            StringBuilder lines = new StringBuilder();
            for (Side side : Side.values()) {
                lines.append("  --%s-url postgresql://%s@%s/%s%n"
                        .formatted(
                                side == Side.APP ? "app" : "bypass",
                                link.address(side).user(),
                                link.address(side).places(),
                                link.address(side).database()));
            }
            return lines.toString();
        }
    }
}
