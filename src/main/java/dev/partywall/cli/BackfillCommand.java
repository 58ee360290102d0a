package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Backfill;
import dev.partywall.backfill.ClosingResult;
import dev.partywall.backfill.Control;
import dev.partywall.backfill.DecisionsFile;
import dev.partywall.backfill.Outcome;
import dev.partywall.backfill.Plan;
import dev.partywall.backfill.PlanFile;
import dev.partywall.backfill.Progress;
import dev.partywall.backfill.Rehearsal;
import dev.partywall.backfill.UndoOutcome;
import dev.partywall.backfill.Wait;
import dev.partywall.catalog.RelationName;
import dev.partywall.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code partywall backfill}: rows without a tenant get one, by plan, with a journal that undoes it. */
@Command(
        name = "backfill",
        description = "Finds rows without a tenant and gives them theirs; plans first, journals, can be undone.",
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {
    /** How plans are printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "TABLE",
            description = "orders, shop.orders or \"Order\"; none: list the tables that have rows without a tenant.")
    private List<String> tables = List.of();

    @Option(
            names = "--assign",
            paramLabel = "WAY",
            description = "fixed:TENANT, parent, parent:CONSTRAINT, children:CONSTRAINT, map:FILE, sql:EXPRESSION or"
                    + " delete; none: propose ways.")
    private @Nullable String assign;

    @Mixin
    private BackfillOptions what = new BackfillOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.", defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Where it goes; default standard output.")
    private @Nullable Path output;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() {
        check();
        try (Opened opened = database.open()) {
            Inspection inspection = opened.inspect();
            Backfill backfill = new Backfill(opened.link(), inspection);
            if (what.resume != null) {
                return told(backfill, backfill.resume(what.resume, new Control(), BackfillCommand::progress));
            }
            if (what.undo != null) {
                return told(backfill.undo(what.undo, new Control(), BackfillCommand::progress));
            }
            if (what.close) {
                return closed(backfill, inspection);
            }
            if (what.undecided != null) {
                return undecided(backfill, inspection, what.undecided);
            }
            if (what.rehearse) {
                return rehearsed(backfill, inspection);
            }
            return what.execute ? execute(backfill, inspection) : plan(backfill, inspection);
        }
    }

    private void check() {
        if (what.modes() > 1) {
            throw Failure.usage(
                    "Only one of --execute, --rehearse, --undecided, --close, --resume and --undo is possible.",
                    "Leave the others out.");
        }
        if ((what.resume != null || what.undo != null) && (assign != null || what.plan != null)) {
            throw Failure.usage("A journal has its own plan.", "Leave out --assign and --plan.");
        }
        if ((what.close || what.undecided != null) && tables.isEmpty()) {
            throw Failure.usage("It is not said for which table.", "Name the tables.");
        }
        if (what.undecided != null && (assign == null || tables.size() != 1)) {
            throw Failure.usage("--undecided needs one table and --assign.", "Name the table, and --assign WAY.");
        }
        if (what.journal != null && !what.execute) {
            throw Failure.usage("--journal needs --execute.", "Add --execute, or leave --journal out.");
        }
        if (assign != null && tables.isEmpty()) {
            throw Failure.usage("--assign needs a table.", "Name the tables to back-fill.");
        }
        if ((what.execute || what.rehearse) && assign == null && !planExists()) {
            throw Failure.usage(
                    "It is not said where the tenants come from.", "Add --assign WAY, or --plan FILE with a plan.");
        }
    }

    private boolean planExists() {
        Path file = what.planFile();
        return file != null && Files.exists(file);
    }

    private int plan(Backfill backfill, Inspection inspection) {
        BackfillText text = new BackfillText();
        if (assign == null) {
            List<RelationName> named = named(inspection);
            new Output(output)
                    .write(out -> out.write(
                            named.isEmpty()
                                    ? text.gaps(backfill.gaps())
                                    : text.proposals(named.stream()
                                            .flatMap(table -> backfill.suggestions(table).stream())
                                            .toList())));
            return 0;
        }
        Plan plan = planned(backfill, inspection);
        Path file = what.planFile();
        if (file != null) {
            new Output(file).write(out -> out.write(PlanFile.write(plan)));
        }
        new Output(output).write(out -> out.write(format == Format.JSON ? PlanFile.write(plan) : text.plan(plan)));
        return 0;
    }

    private int closed(Backfill backfill, Inspection inspection) {
        List<ClosingResult> results = named(inspection).stream()
                .flatMap(table -> backfill.close(table, new Control(), BackfillCommand::step).stream())
                .toList();
        new Output(output).write(out -> out.write(new ClosingText().results(results)));
        return results.stream().allMatch(result -> result.fate() == ClosingResult.Fate.DONE) ? 0 : 1;
    }

    private static void step(ClosingResult result) {
        System.err.printf(
                "%s: %s%n",
                result.fate().name().toLowerCase(Locale.ROOT), result.step().sql());
    }

    private int undecided(Backfill backfill, Inspection inspection, Path file) {
        RelationName table = named(inspection).getFirst();
        Assignment way = Assignment.parse(Objects.requireNonNull(assign));
        String column = Objects.requireNonNull(inspection.tenancy().columns().get(table));
        long[] rows = new long[1];
        new Output(file).write(out -> {
            DecisionsFile decisions = new DecisionsFile(out, column);
            rows[0] = backfill.undecided(table, way, Map.of(), decisions);
            decisions.flush();
        });
        new Output(output)
                .write(out -> out.write(String.format(
                        Locale.ROOT,
                        "%,d rows are undecided; %s lists them. Fill in its last column, then --assign map:%s.%n",
                        rows[0],
                        file,
                        file)));
        return 0;
    }

    private int rehearsed(Backfill backfill, Inspection inspection) {
        Rehearsal rehearsal = backfill.rehearse(given(backfill, inspection), new Control());
        new Output(output).write(out -> out.write(new RehearsalText().of(rehearsal)));
        return rehearsal.clean() ? 0 : 1;
    }

    /** The plan of the file, or the one that was asked for. */
    private Plan given(Backfill backfill, Inspection inspection) {
        Path file = what.planFile();
        return assign == null && file != null ? what.adjusted(PlanFile.read(file)) : planned(backfill, inspection);
    }

    private int execute(Backfill backfill, Inspection inspection) {
        Plan plan = given(backfill, inspection);
        Path journal = what.journal == null ? backfill.usualJournal(plan) : what.journal;
        return told(backfill, backfill.execute(plan, journal, new Control(), BackfillCommand::progress));
    }

    private Plan planned(Backfill backfill, Inspection inspection) {
        Assignment way = Assignment.parse(Objects.requireNonNull(assign));
        Map<RelationName, Assignment> ways = new LinkedHashMap<>();
        named(inspection).forEach(table -> ways.put(table, way));
        return what.adjusted(backfill.plan(ways));
    }

    private List<RelationName> named(Inspection inspection) {
        RelationNames names = new RelationNames(inspection.snapshot());
        return tables.stream().map(table -> names.find(table).name()).toList();
    }

    private int told(Backfill backfill, Outcome outcome) {
        List<RelationName> done =
                outcome.tables().stream().map(Outcome.Table::table).toList();
        new Output(output)
                .write(out -> out.write(new BackfillText().outcome(outcome, backfill.verify(done), backfill::closing)));
        return outcome.complete() ? 0 : 1;
    }

    private int told(UndoOutcome outcome) {
        new Output(output).write(out -> out.write(new BackfillText().undone(outcome)));
        return outcome.complete() ? 0 : 1;
    }

    /** On standard error, so that the result alone goes where it is sent. */
    private static void progress(Progress progress) {
        if (progress.waiting() != Wait.NOTHING) {
            System.err.printf("%s: %s%n", progress.table(), progress.waiting().words());
            return;
        }
        System.err.printf(
                "%s: %,d of %,d rows, %,.0f a second, %d s to go%n",
                progress.table(),
                progress.done(),
                progress.planned(),
                progress.rate(),
                progress.remaining().toSeconds());
    }
}
