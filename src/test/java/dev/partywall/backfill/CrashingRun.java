package dev.partywall.backfill;

import dev.partywall.access.Inspector;
import dev.partywall.connect.Link;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program of its own that carries out or resumes a plan and says so line by line, to be killed. */
final class CrashingRun {
    private CrashingRun() {}

    /** @param args JDBC URL, plan, journal */
    public static void main(String[] args) {
        Profile profile = new Profile(
                "crashing",
                Environment.DEVELOPMENT,
                new Login(args[0], "workshop_app", null),
                new Login(args[0], "workshop_bypass", null),
                Workshop.tenancy());
        Path journal = Path.of(args[2]);
        try (Link link = Link.open(profile)) {
            Backfill backfill = new Backfill(link, Inspector.inspect(link));
            if (Files.exists(journal)) {
                backfill.resume(journal, new Control(), progress -> System.out.println("batch"));
            } else {
                Plan plan = PlanFile.read(Path.of(args[1]));
                backfill.execute(plan, journal, new Control(), progress -> System.out.println("batch"));
            }
        }
    }
}
