package dev.partywall.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partywall.connect.Diagnosis;
import dev.partywall.connect.Doctor;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code partywall doctor}: both connections tested, each line with its remedy. */
@Command(
        name = "doctor",
        description = "Tests both connections and says line by line what is wrong and what to do.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    /** How the lines are written. */
    enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.", defaultValue = "text")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        Diagnosis diagnosis;
        try (Opened opened = database.open()) {
            diagnosis = Doctor.examine(opened.link());
        }
        new Output(null).write(out -> write(diagnosis, out));
        return diagnosis.healthy() ? 0 : PartywallCommand.NOT_COMPLETED;
    }

    private void write(Diagnosis diagnosis, Writer out) throws IOException {
        if (format == Format.JSON) {
            out.write(json(diagnosis));
            return;
        }
        for (Diagnosis.Line line : diagnosis.lines()) {
            out.write("%-8s %-7s %s%n".formatted(word(line.condition().name()), side(line), line.sentence()));
            if (!line.remedy().isEmpty()) {
                out.write(" ".repeat(17) + line.remedy() + System.lineSeparator());
            }
        }
    }

    private static String json(Diagnosis diagnosis) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", "partywall.doctor/1");
        root.put("healthy", diagnosis.healthy());
        ArrayNode lines = root.putArray("lines");
        for (Diagnosis.Line line : diagnosis.lines()) {
            lines.addObject()
                    .put("side", side(line))
                    .put("condition", word(line.condition().name()))
                    .put("sentence", line.sentence())
                    .put("remedy", line.remedy());
        }
        return root.toPrettyString() + "\n";
    }

    private static String side(Diagnosis.Line line) {
        return line.side() == null ? "both" : word(line.side().name());
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
