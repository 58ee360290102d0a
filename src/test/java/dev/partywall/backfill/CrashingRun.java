package dev.partywall.backfill;

import dev.partywall.access.Inspector;
import dev.partywall.connect.Link;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A program of its own that carries out, resumes or undoes a plan and says so line by line, to be killed. */
final class CrashingRun {
    private CrashingRun() {}

    /** @param args run or undo, JDBC URL, plan, journal */
    public static void main(String[] args) {
        Profile profile = new Profile(
                "crashing",
                Environment.DEVELOPMENT,
                new Login(args[1], "workshop_app", null),
                new Login(args[1], "workshop_bypass", null),
                Workshop.tenancy());
        Path journal = Path.of(args[3]);
        Consumer<Progress> told = progress -> System.out.println("batch");
        try (Link link = Link.open(profile)) {
            Backfill backfill = new Backfill(link, Inspector.inspect(link));
            if (args[0].equals("undo")) {
                backfill.undo(journal, new Control(), told);
            } else if (Files.exists(journal)) {
                backfill.resume(journal, new Control(), told);
            } else {
                backfill.execute(PlanFile.read(Path.of(args[2])), journal, new Control(), told);
            }
        }
    }
}
