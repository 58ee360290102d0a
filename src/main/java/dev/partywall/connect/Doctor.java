package dev.partywall.connect;

import dev.partywall.connect.Diagnosis.Condition;
import dev.partywall.connect.Diagnosis.Line;
import dev.partywall.failure.Failure;
import dev.partywall.profile.Address;
import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tests both connections of a profile and says, line by line, what is wrong and what to do about it. */
public final class Doctor {
    private static final Sql EXAMINE = Sql.of(SqlFiles.read(Doctor.class, "doctor.sql"));
    private static final Sql SYSTEM = Sql.of("SELECT system_identifier FROM pg_catalog.pg_control_system()");

    private final Link link;
    private final List<Line> lines = new ArrayList<>();

    private Doctor(Link link) {
        this.link = link;
    }

    /** Connects anew; a failure becomes a line. */
    public static Diagnosis examine(Profile profile, PasswordPrompt prompt) {
        try (Link link = Link.open(profile, prompt)) {
            return examine(link);
        } catch (Failure failure) {
            return new Diagnosis(List.of(new Line(null, Condition.PROBLEM, failure.getMessage(), failure.nextStep())));
        }
    }

    /** The same over connections that are open already. */
    public static Diagnosis examine(Link link) {
        return new Doctor(link).examined();
    }

    private Diagnosis examined() {
        SideReport app = examined(Side.APP);
        SideReport bypass = link.hasBypass() ? examined(Side.BYPASS) : absent();
        if (app != null) {
            AppChecks.of(app, lines);
        }
        if (bypass != null) {
            BypassChecks.of(bypass, lines);
        }
        if (app != null && bypass != null) {
            together(app, bypass);
        }
        return new Diagnosis(lines);
    }

    private @Nullable SideReport absent() {
        lines.add(new Line(
                Side.BYPASS,
                Condition.PROBLEM,
                "The profile has no bypass role, so nothing can be compared or proved.",
                "Create a role with LOGIN BYPASSRLS that may read the tenant tables, and add it to the profile."));
        return null;
    }

    private @Nullable SideReport examined(Side side) {
        Address address = link.address(side);
        address.notices()
                .forEach(notice -> lines.add(new Line(side, Condition.WARNING, notice, "Mend it, or ignore it.")));
        try {
            SideReport report = link.read(new SessionContext(side, null, Map.of(), null, true), "doctor", session -> {
                return report(session, side, address);
            });
            lines.add(new Line(
                    side, Condition.OK, "Connected to " + address + ", PostgreSQL " + report.versionText() + ".", ""));
            ServerChecks.of(report, lines);
            return report;
        } catch (Failure failure) {
            lines.add(new Line(side, Condition.PROBLEM, failure.getMessage(), failure.nextStep()));
            return null;
        }
    }

    private static SideReport report(Session session, Side side, Address address) {
        String system = system(session);
        boolean pooled = ((ReadSession) session).answeredByAnother();
        return session.list(EXAMINE, row -> SideReport.of(row, side, address, session.attestation(), system, pooled))
                .getFirst();
    }

    /** Not every role may read it. */
    private static @Nullable String system(Session session) {
        try {
            return session.within(() -> session.value(SYSTEM));
        } catch (Failure refused) {
            return null;
        }
    }

    private void together(SideReport app, SideReport bypass) {
        if (!app.sameDatabase(bypass)) {
            lines.add(new Line(
                    null,
                    Condition.PROBLEM,
                    "The two sides are different databases: " + app.database() + " on "
                            + app.address().places() + " and " + bypass.database() + " on "
                            + bypass.address().places() + ".",
                    "Let both connection strings lead to the same one."));
        } else if (app.attestation().sessionUser().equals(bypass.attestation().sessionUser())) {
            lines.add(new Line(
                    null,
                    Condition.PROBLEM,
                    "Both sides log in as " + app.attestation().sessionUser() + ".",
                    "Use two roles: the one of the application, and one with BYPASSRLS."));
        } else {
            lines.add(new Line(null, Condition.OK, "Both sides are the same database.", ""));
        }
    }
}
