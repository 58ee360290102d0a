package dev.partywall.ui;

import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Severity;
import dev.partywall.report.Report;
import dev.partywall.report.ReportFormat;
import dev.partywall.report.Verification;
import java.io.File;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** What the screens know, as a report in every format the command line has. */
public final class Reports {
    private Reports() {}

    /** The last run of the probe and what the advisor said, as far as there is either, judged by the suppressions. */
    public static Report of(Desk desk) {
        Report run = desk.run().get();
        Advice advice = desk.advice().get();
        Set<Verification.Part> parts = EnumSet.noneOf(Verification.Part.class);
        List<String> problems = new ArrayList<>();
        if (run != null) {
            parts.add(Verification.Part.PROBE);
            problems.addAll(run.problems());
        }
        if (advice != null) {
            parts.add(Verification.Part.ADVISE);
            advice.failures().forEach(failed -> problems.add(failed.reason()));
        }
        return report(desk, run, advice, parts, problems)
                .judged(desk.suppressions().known().get(), LocalDate.now(ZoneId.systemDefault()));
    }

    private static Report report(
            Desk desk,
            @Nullable Report run,
            @Nullable Advice advice,
            Set<Verification.Part> parts,
            List<String> problems) {
        Instant now = Instant.now();
        return new Report(
                run == null ? now : run.startedAt(),
                run == null ? now : run.finishedAt(),
                Report.Place.of(desk.link()),
                desk.found(),
                parts,
                advice == null ? List.of() : advice.findings(),
                Exceptions.NONE,
                run == null ? List.of() : run.verdicts(),
                problems,
                run == null ? null : run.probes());
    }

    /** Fills a menu with the formats; each asks for a file and writes it. */
    public static void wire(MenuButton menu, Desk desk) {
        for (ReportFormat format : ReportFormat.values()) {
            MenuItem item = new MenuItem(Texts.say("export." + format.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(event -> choose(menu, desk, format));
            menu.getItems().add(item);
        }
    }

    private static void choose(MenuButton menu, Desk desk, ReportFormat format) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("partywall-" + desk.found().snapshot().database() + format.ending());
        File file = chooser.showSaveDialog(menu.getScene().getWindow());
        if (file != null) {
            Report report = of(desk);
            desk.work()
                    .start(
                            Texts.say("export.job"),
                            progress -> {
                                format.write(report, Severity.HIGH, file.toPath());
                                return file;
                            },
                            done -> {});
        }
    }
}
