package dev.partywall.cli;

import dev.partywall.access.Access;
import dev.partywall.access.AccessKind;
import dev.partywall.access.AccessMatrix;
import dev.partywall.access.AccessModel;
import dev.partywall.access.Escape;
import dev.partywall.access.Reason;
import dev.partywall.catalog.Privilege;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The access matrix for a terminal: each relation, its commands by what they come to, and why. */
record MatrixText(AccessModel model, AccessMatrix matrix) {
    void write(Writer out) throws IOException {
        out.write("What " + matrix.role() + " can do\n");
        writeEscapes(out);
        for (AccessMatrix.Line line : matrix.lines()) {
            out.write("\n" + line.name() + "\n");
            for (Map.Entry<String, List<Privilege>> alike : byEffect(line).entrySet()) {
                List<String> commands =
                        alike.getValue().stream().map(Privilege::name).toList();
                Access access = line.cell(alike.getValue().getFirst());
                out.write("  " + String.join(", ", commands) + ": " + access.describe() + "\n");
                if (access.kind() != AccessKind.DENIED) {
                    writePath(access, out);
                }
                writeReading(access, out);
            }
            writeAfterSetRole(line, out);
        }
    }

    /** Commands share their lines where the bare statement and the one that reads come to the same. */
    private static String effect(Access access) {
        return access.describe() + "\n" + access.whenReading().describe();
    }

    private void writeEscapes(Writer out) throws IOException {
        List<Escape> escapes = model.escapes(matrix.role());
        out.write(escapes.isEmpty() ? "\nNo way past row security through its roles.\n" : "\nWays past row security\n");
        for (Escape escape : escapes) {
            out.write("  " + escape.gain().name().toLowerCase(Locale.ROOT) + ": " + escape.words() + "\n");
        }
    }

    private void writeAfterSetRole(AccessMatrix.Line line, Writer out) throws IOException {
        for (Privilege command : AccessMatrix.COMMANDS) {
            for (Map.Entry<String, Access> other :
                    model.afterSetRole(matrix.role(), line.name(), command).entrySet()) {
                out.write("  after SET ROLE " + other.getKey() + ", " + command + ": "
                        + other.getValue().describe() + "\n");
            }
        }
    }

    private static Map<String, List<Privilege>> byEffect(AccessMatrix.Line line) {
        Map<String, List<Privilege>> effects = new LinkedHashMap<>();
        AccessMatrix.COMMANDS.forEach(
                command -> effects.computeIfAbsent(effect(line.cell(command)), key -> new ArrayList<>())
                        .add(command));
        return effects;
    }

    private static void writeReading(Access access, Writer out) throws IOException {
        if (access.reading() != null) {
            out.write("      with WHERE or RETURNING: " + access.reading().describe() + "\n");
        }
    }

    private static void writePath(Access access, Writer out) throws IOException {
        for (Reason reason : access.path()) {
            out.write("      " + reason.text() + "\n");
        }
    }
}
