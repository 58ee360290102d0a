package dev.partywall.probe;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Privilege;
import dev.partywall.connect.ProbeSession;
import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One relation in one session: what a probe has to work with. Not for use by several threads. */
public final class Trial {
    private final @Nullable ProbeSession session;
    private final Ground ground;
    private final Actor actor;
    private final Scene scene;
    private final ProbePlan plan;

    /** @param session null where nothing is tried beyond what was seen */
    Trial(@Nullable ProbeSession session, Ground ground, Actor actor, Scene scene, ProbePlan plan) {
        this.session = session;
        this.ground = ground;
        this.actor = actor;
        this.scene = scene;
        this.plan = plan;
    }

    /** Whether this is about settings that are no tenant's. */
    boolean guessing() {
        return !scene.guesses().isEmpty();
    }

    /** Why there is no control, as a clause. */
    String uncontrolled() {
        return ground.uncontrolled();
    }

    public Target target() {
        return ground.target();
    }

    public Rights rights() {
        return ground.rights();
    }

    public ProbeContext.Kind kind() {
        return actor.context().kind();
    }

    /** Whether it is some tenant's session. */
    public boolean asTenant() {
        return actor.isTenant();
    }

    /** Whether what is the same for all tenants is to be tried here. */
    public boolean leading() {
        return actor.leading();
    }

    /** The tenant in whose session this is; empty text outside a tenant's session. */
    public String tenant() {
        return actor.context().tenant() == null ? "" : actor.context().tenant();
    }

    /** What reading the whole relation showed in this session. */
    public Sight sight() {
        return scene.sight();
    }

    /** The control: every row there is, by owner; null where the bypass side could not be asked. */
    public @Nullable Tally control() {
        return ground.control();
    }

    /** The victim's row; null without one. */
    public @Nullable Sample foreign() {
        return scene.foreign();
    }

    /** A row of the actor's own; null without one. */
    public @Nullable Sample own() {
        return scene.own();
    }

    /** Against whom; empty text where there is no other tenant. */
    public String against() {
        return scene.against();
    }

    /** The settings with which the victim looks; empty where it looks in another way. */
    public Map<String, String> asVictim() {
        return scene.asVictim();
    }

    /** The owners whose rows are declared to be everybody's to read. */
    public Set<String> shared() {
        return ground.shared();
    }

    /** What makes a row the session's own person's, in a table of who belongs to which tenant; else empty. */
    public Map<String, String> self() {
        return scene.self();
    }

    /** Whether the command admits rows by another condition than reading does. */
    public boolean apart(Privilege command) {
        return ground.apart().contains(command);
    }

    /** What was seen with settings that are no tenant's; empty in any other session. */
    public Map<Guess, Sight> guesses() {
        return scene.guesses();
    }

    /** Whether what no rollback undoes was asked for. */
    public boolean beyondTransaction() {
        return plan.beyondTransaction();
    }

    public int serverMajor() {
        return ground.serverMajor();
    }

    /** The owners whose rows this session may read: its tenant's, and those declared to be everybody's. */
    public Set<String> readable() {
        Set<String> owners = new HashSet<>(ground.shared());
        if (asTenant()) {
            owners.add(tenant());
        }
        if (!target().ownership().direct() || target().isView()) {
            owners.add(Tally.NOBODY);
        }
        return owners;
    }

    /** Rows of others there are, by the control; 0 where it is not known. */
    public long others() {
        Tally control = control();
        return control == null ? 0 : control.beyond(readable());
    }

    /** All rows there are, by the control. */
    public long total() {
        Tally control = control();
        return control == null ? 0 : control.capped() ? Long.MAX_VALUE : control.total();
    }

    /** How many rows the session's tenant owns, by the control. */
    public long owned() {
        Tally control = control();
        return control == null || !asTenant() ? 0 : control.of(tenant());
    }

    /** The same, counted again: others may have written since. */
    public long ownedNow() {
        return asTenant() && control() != null ? scene.ownedNow().getAsLong() : 0;
    }

    /** Runs the statements with every deferred check made immediate, and undoes them. */
    public Attempt attempt(Sql... statements) {
        ProbeSession session = Objects.requireNonNull(this.session, "this trial only looks");
        if (!target().guarded().deferred(target().relation())) {
            return session.attempt(statements);
        }
        List<Sql> all = new ArrayList<>(List.of(Sql.of("SET CONSTRAINTS ALL IMMEDIATE")));
        all.addAll(Arrays.asList(statements));
        return session.attempt(all.toArray(Sql[]::new));
    }

    /** Whether row security and every constraint let the row in, were it not for ourselves. */
    public boolean reached(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Done done -> done.rows() > 0;
            case Attempt.Refused refused -> Obstacle.of(refused) == Obstacle.BRAKE;
        };
    }

    /** The actor at the beginning of a sentence: {@code As acme}. */
    public String words() {
        return actor.words();
    }

    /** The relation's name in a sentence. */
    public String name() {
        return Identifiers.quote(target().relation().name().name());
    }

    /** SQL for psql. */
    public String replay(Sql... statements) {
        return Replay.of(actor, statements);
    }

    /** What it showed, for {@link Verdicts}. */
    Verdict verdict(
            Probe probe,
            Outcome outcome,
            @Nullable String against,
            long rows,
            @Nullable String sqlState,
            String evidence,
            boolean incomplete,
            Sql... statements) {
        return new Verdict(
                probe.id(),
                probe.command(),
                target().object(),
                actor.context(),
                against,
                outcome,
                rows,
                sqlState,
                evidence,
                replay(statements),
                incomplete);
    }
}
