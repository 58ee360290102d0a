package dev.partywall.ui.browse;

import java.util.HexFormat;

/** Bytes as people read them: sixteen a line, with their offset and what of them is printable ASCII. */
final class HexText {
    private static final int LINE = 16;
    private static final int MOST = 64 * 1024;

    private HexText() {}

    /** @param text as the server writes bytea: {@code \x0a1b}; anything else is given back as it is */
    static String of(String text) {
        if (!text.startsWith("\\x") || text.length() % 2 != 0) {
            return text;
        }
        byte[] bytes = HexFormat.of().parseHex(text, 2, Math.min(text.length(), 2 + 2 * MOST));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < bytes.length; i += LINE) {
            line(lines, bytes, i);
        }
        return lines.toString();
    }

    /** How many bytes the server's text stands for. */
    static int length(String text) {
        return Math.max(0, (text.length() - 2) / 2);
    }

    private static void line(StringBuilder lines, byte[] bytes, int from) {
        StringBuilder hex = new StringBuilder();
        StringBuilder ascii = new StringBuilder();
        for (int i = from; i < Math.min(from + LINE, bytes.length); i++) {
            hex.append("%02x ".formatted(bytes[i] & 0xff));
            ascii.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        }
        lines.append("%06x  %-48s %s%n".formatted(from, hex, ascii));
    }
}
