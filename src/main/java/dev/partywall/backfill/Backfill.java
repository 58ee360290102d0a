package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gives rows without a tenant their tenant: found, proposed, planned by reading alone; then carried out, resumed, undone
 * and verified. Everything is done as the bypass role.
 *
 * <p>Every method throws {@link dev.partywall.failure.Failure} when the server cannot be reached or what is asked makes no
 * sense, and {@link java.util.concurrent.CancellationException} when the link is stopped in the middle; a journal that was
 * begun can be resumed all the same.
 */
public final class Backfill {
    private final Link link;
    private final Inspection inspection;

    /** @param inspection as fresh as what is decided by it should be */
    public Backfill(Link link, Inspection inspection) {
        this.link = link;
        this.inspection = inspection;
    }

    /** Every relation with a tenant column, and its rows without a tenant; one that cannot be read says so. */
    public List<Gap> gaps() {
        return link.read(
                SessionContext.bypass(), "find rows without a tenant", session -> new Gaps(inspection, session).find());
    }

    /** What each way that suggests itself would come to for one table, the most complete first. */
    public List<Proposal> suggestions(RelationName table) {
        return suggestions(table, Map.of());
    }

    /**
     * The same.
     *
     * @param planned what other tables are to get, as for {@link #proposal}
     */
    public List<Proposal> suggestions(RelationName table, Map<RelationName, Assignment> planned) {
        return link.read(
                SessionContext.bypass(),
                "propose tenants for " + table,
                session -> new Proposals(inspection, session, planned).suggested(table));
    }

    /**
     * What one way would come to.
     *
     * @param planned what other tables are to get: rows whose parent will get a tenant count as if it had it
     */
    public Proposal proposal(RelationName table, Assignment assignment, Map<RelationName, Assignment> planned) {
        return link.read(
                SessionContext.bypass(),
                "propose tenants for " + table,
                session -> new Proposals(inspection, session, planned).of(table, assignment));
    }

    /** A plan for these tables, put in order: parents before children. Changes nothing. */
    public Plan plan(Map<RelationName, Assignment> assignments) {
        return link.read(
                SessionContext.bypass(),
                "plan a back-fill",
                session -> new Planner(inspection, session, assignments)
                        .plan(Identities.of(session), who(session.attestation().currentUser()), Plan.Batches.USUAL));
    }

    /**
     * Carries a plan out in a transaction that is rolled back: all of it, or so many rows as can be locked without being in
     * anybody's way.
     */
    public Rehearsal rehearse(Plan plan, Control control) {
        return link.rehearse(
                "rehearse a back-fill of " + names(plan),
                session -> new Rehearsing(inspection, session, control).of(plan));
    }

    /** Every row an assignment would leave for a person to decide, as they arrive; gives their number. */
    public long undecided(
            RelationName table,
            Assignment assignment,
            Map<RelationName, Assignment> planned,
            Consumer<Undecided> each) {
        return link.read(
                SessionContext.bypass(),
                "list undecided rows of " + table,
                session -> new Proposals(inspection, session, planned).undecided(table, assignment, each));
    }

    /** The back-fills of this database that have their journal in a folder, the newest first. */
    public List<JournalState> journals(Path folder) {
        return link.read(
                SessionContext.bypass(),
                "look for journals of back-fills",
                session -> new Journals(inspection, session).in(folder));
    }

    /**
     * Carries out a plan.
     *
     * @param journal the file to write; must not exist
     * @param control pauses or stops it, after the batch under way
     * @param listener told after each commit and each wait, on this thread
     */
    public Outcome execute(Plan plan, Path journal, Control control, Consumer<Progress> listener) {
        return link.write(
                "back-fill " + names(plan),
                session -> new Execution(inspection, session, control, listener)
                        .execute(plan, journal, who(session.attestation().currentUser())));
    }

    /** Goes on with what a journal says was begun, however that ended. */
    public Outcome resume(Path journal, Control control, Consumer<Progress> listener) {
        return link.write(
                "resume the back-fill of " + journal.getFileName(),
                session -> new Execution(inspection, session, control, listener).resume(journal));
    }

    /** Takes the tenant back from the rows a journal says were set, where nobody has changed them since. */
    public UndoOutcome undo(Path journal, Control control, Consumer<Progress> listener) {
        return link.write(
                "undo the back-fill of " + journal.getFileName(),
                session -> new Undo(inspection, session, control, listener).undo(journal));
    }

    /** How the tables stand now. */
    public List<Verification> verify(List<RelationName> tables) {
        return new Verifier(link, inspection).verify(tables);
    }

    /** The steps that keep rows without a tenant from coming back, to be taken by the owner of the table. */
    public List<ClosingStep> closing(RelationName table) {
        return new Closing(inspection, Target.of(inspection, table)).steps();
    }

    /**
     * Takes the steps of {@link #closing}, each by itself, without making anybody wait long. One that is refused ends only
     * those that need it.
     *
     * @param listener told after each step, on this thread
     */
    public List<ClosingResult> close(RelationName table, Control control, Consumer<ClosingResult> listener) {
        Target target = Target.of(inspection, table);
        List<ClosingStep> steps = closing(table);
        return link.write("close " + table, session -> new ClosingRun(session, target, control, listener).take(steps));
    }

    /** {@code partywall-shop-20261122-101500.journal}, in the working directory. */
    public Path usualJournal(Plan plan) {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(ZoneId.systemDefault())
                .format(java.time.Instant.now());
        String database = plan.database().name().replaceAll("[^A-Za-z0-9_.-]", "_");
        return Path.of("partywall-" + database + "-" + time + ".journal");
    }

    private static String names(Plan plan) {
        return String.join(
                ", ",
                plan.tables().stream().map(table -> table.table().toString()).toList());
    }

    private static String who(String role) {
        return System.getProperty("user.name", "unknown") + " as " + role;
    }
}
