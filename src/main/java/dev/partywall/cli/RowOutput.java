package dev.partywall.cli;

import dev.partywall.browse.Browser;
import dev.partywall.browse.CsvRows;
import dev.partywall.browse.JsonRows;
import dev.partywall.browse.PageRequest;
import dev.partywall.browse.Place;
import dev.partywall.browse.RowWriter;
import dev.partywall.browse.TextRows;
import dev.partywall.browse.export.Export;
import dev.partywall.browse.export.ExportFormat;
import dev.partywall.browse.export.Exported;
import dev.partywall.browse.export.SheetRows;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Table;
import dev.partywall.connect.Table.Heading;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How rows are written, and where to. Who looked is said on standard error, so that the rows alone go where they are sent. */
final class RowOutput {
    /** How rows are written. */
    enum Format {
        TEXT,
        CSV,
        JSON,
        JSONL,
        XLSX
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), csv, json, jsonl; xlsx with --limit 0 and --output.",
            defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the rows go; default standard output.")
    private @Nullable Path output;

    @Option(
            names = "--guard-formulas",
            description = "In csv: an apostrophe before what a spreadsheet would take for a formula.")
    private boolean guard;

    /** Something that writes rows. */
    @FunctionalInterface
    interface Rows {
        void writeTo(RowWriter writer) throws IOException;
    }

    void write(Table rows) {
        write(writer -> {
            writer.begin(rows.headings());
            for (List<@Nullable String> row : rows.rows()) {
                writer.row(row);
            }
            writer.end();
        });
    }

    void write(Rows rows) {
        new Output(output).write(out -> rows.writeTo(writer(out)));
    }

    void write(String text) {
        new Output(output).write(out -> out.write(text));
    }

    /** Every row of the request. */
    void stream(Browser browser, Lens through, PageRequest request) {
        if (format == Format.XLSX && output != null) {
            Exported done = Export.to(output, ExportFormat.XLSX, browser, through, request, rows -> {});
            tell(done.attestation(), done.rows() + " rows");
        } else {
            write(writer -> tell(browser.stream(through, request, writer), "all rows"));
        }
    }

    private RowWriter writer(Writer out) throws IOException {
        return switch (format) {
            case TEXT -> new TextRows(out);
            case CSV -> guard ? new SheetRows(out) : new CsvRows(out);
            case JSON -> new JsonRows(out);
            case JSONL -> JsonRows.lines(out);
            case XLSX ->
                throw Failure.usage("A workbook is written whole, to a file.", "Add --limit 0 and --output FILE.");
        };
    }

    /** The rows with a word before each. */
    static Table marked(Table table, List<String> words) {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading("(seen)", "text"));
        headings.addAll(table.headings());
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            List<@Nullable String> row = new ArrayList<>();
            row.add(words.get(i));
            row.addAll(table.rows().get(i));
            rows.add(row);
        }
        return new Table(headings, rows, table.more());
    }

    /** {@code 3 visible, 1 leak}, in the order of {@code all}. */
    static String counted(List<String> words, List<String> all) {
        List<String> counts = all.stream()
                .filter(words::contains)
                .map(word -> Collections.frequency(words, word) + " " + word)
                .toList();
        return counts.isEmpty() ? "no rows" : String.join(", ", counts);
    }

    static String more(@Nullable Place next) {
        return next == null ? "" : ", and more: --after " + quoted(PlaceText.of(next));
    }

    /** For a shell, where it would take anything in it for something of its own. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9,.:_+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    static void say(String sentence) {
        if (!sentence.isEmpty()) {
            System.err.println(sentence);
        }
    }

    static void tell(Attestation who, String what) {
        Boolean rowSecurity = who.rowSecurityActive();
        String settings = who.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue() + ", ")
                .collect(Collectors.joining());
        System.err.println("Ran as " + who.currentUser() + ", " + settings + "row security "
                + (Boolean.TRUE.equals(rowSecurity) ? "active" : "not active") + ", "
                + (who.transactionReadOnly() ? "read only" : "NOT READ ONLY") + ": " + what + ".");
    }
}
