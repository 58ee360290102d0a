package dev.partywall.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.browse.Truth;
import dev.partywall.browse.Viewers;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who sees a row, as text or JSON. */
final class ViewersText {
    private final Writer out;

    ViewersText(Writer out) {
        this.out = out;
    }

    void write(Viewers viewers, boolean json) throws IOException {
        if (json) {
            List<Map<String, String>> all = new ArrayList<>();
            viewers.viewers().forEach(viewer -> all.add(Map.of("who", viewer.label(), "sees", word(viewer.sees()))));
            out.write(new ObjectMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(Map.of("viewers", all, "more", viewers.more()))
                    + "\n");
            return;
        }
        for (Viewers.Viewer viewer : viewers.viewers()) {
            out.write(word(viewer.sees()) + "  " + viewer.label() + "\n");
        }
        if (viewers.more()) {
            out.write("There are more tenants, which were not asked.\n");
        }
    }

    private static String word(Truth sees) {
        return switch (sees.value()) {
            case TRUE -> "sees it";
            case ERROR -> "error " + sees.sqlState();
            default -> "does not";
        };
    }
}
