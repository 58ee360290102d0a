package dev.partywall.report;

import java.io.IOException;
import java.io.Writer;

/** Writes elements that are well-formed as XML too, whatever text the database holds. */
final class Html {
    private final Writer out;

    Html(Writer out) {
        this.out = out;
    }

    Html start(String element) throws IOException {
        out.write("<" + element + ">");
        return this;
    }

    /** @param classes several apart by blanks */
    Html start(String element, String classes) throws IOException {
        out.write("<" + element + " class=\"" + escape(classes) + "\">");
        return this;
    }

    Html end(String element) throws IOException {
        out.write("</" + element + ">\n");
        return this;
    }

    Html text(String text) throws IOException {
        out.write(escape(text));
        return this;
    }

    /** A whole element with nothing but text in it. */
    Html put(String element, String text) throws IOException {
        return start(element).text(text).end(element);
    }

    Html put(String element, String classes, String text) throws IOException {
        return start(element, classes).text(text).end(element);
    }

    /** With what a pointer shows, and a screen reader says. */
    Html titled(String element, String classes, String title, String text) throws IOException {
        out.write("<" + element + " class=\"" + escape(classes) + "\" title=\"" + escape(title) + "\">" + escape(text)
                + "</" + element + ">");
        return this;
    }

    /** What is markup already. */
    Html raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    private static String escape(String text) {
        return XmlText.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
