package dev.partywall.ui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Shows the little Markdown that pages are written in: headings, paragraphs, lists, fenced and inline code. */
public final class Markdown {
    private final VBox box = new VBox(8);
    private final List<String> paragraph = new ArrayList<>();
    private final List<String> code = new ArrayList<>();
    private boolean fenced;

    private Markdown() {}

    public static VBox of(String text) {
        Markdown made = new Markdown();
        text.lines().forEach(made::line);
        made.endParagraph();
        return made.box;
    }

    private void line(String line) {
        if (line.strip().startsWith("```")) {
            fence();
        } else if (fenced) {
            code.add(line);
        } else if (line.isBlank()) {
            endParagraph();
        } else if (line.startsWith("#")) {
            endParagraph();
            box.getChildren().add(Words.section(line.replaceFirst("^#+\\s*", "")));
        } else {
            if (line.strip().startsWith("- ")) {
                endParagraph();
            }
            paragraph.add(line.strip().replaceFirst("^- ", "•  "));
        }
    }

    private void fence() {
        if (fenced) {
            box.getChildren().add(new CodeBox(String.join("\n", code)));
            code.clear();
        } else {
            endParagraph();
        }
        fenced = !fenced;
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            box.getChildren().add(flow(String.join(" ", paragraph)));
            paragraph.clear();
        }
    }

    /** Between backticks: code. Between double asterisks: bold. */
    private static TextFlow flow(String text) {
        TextFlow flow = new TextFlow();
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                flow.getChildren().add(piece(parts[i], "inline-code"));
            } else {
                bold(flow, parts[i]);
            }
        }
        return flow;
    }

    private static void bold(TextFlow flow, String text) {
        String[] parts = text.split("\\*\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            flow.getChildren().add(i % 2 == 1 ? piece(parts[i], "bold-text") : piece(parts[i]));
        }
    }

    private static Text piece(String text, String... styleClasses) {
        Text piece = new Text(text);
        piece.getStyleClass().addAll(styleClasses);
        if (List.of(styleClasses).contains("inline-code")) {
            piece.getStyleClass().add("mono");
        }
        return piece;
    }
}
