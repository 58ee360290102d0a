package dev.partywall.cli;

import dev.partywall.access.Access;
import dev.partywall.access.AccessKind;
import dev.partywall.access.AccessMatrix;
import dev.partywall.access.Reason;
import dev.partywall.catalog.Privilege;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The access matrix for a terminal: each relation, its commands by what they come to, and why. */
record MatrixText(AccessMatrix matrix) {
    void write(Writer out) throws IOException {
        out.write("What " + matrix.role() + " can do\n");
        for (AccessMatrix.Line line : matrix.lines()) {
            out.write("\n" + line.name() + "\n");
            for (Map.Entry<String, List<Privilege>> alike : byEffect(line).entrySet()) {
                List<String> commands =
                        alike.getValue().stream().map(Privilege::name).toList();
                out.write("  " + String.join(", ", commands) + ": " + alike.getKey() + "\n");
                Access access = line.cell(alike.getValue().getFirst());
                if (access.kind() != AccessKind.DENIED) {
                    writePath(access, out);
                }
            }
        }
    }

    private static Map<String, List<Privilege>> byEffect(AccessMatrix.Line line) {
        Map<String, List<Privilege>> effects = new LinkedHashMap<>();
        AccessMatrix.COMMANDS.forEach(
                command -> effects.computeIfAbsent(line.cell(command).describe(), effect -> new ArrayList<>())
                        .add(command));
        return effects;
    }

    private static void writePath(Access access, Writer out) throws IOException {
        for (Reason reason : access.path()) {
            out.write("      " + reason.text() + "\n");
        }
    }
}
