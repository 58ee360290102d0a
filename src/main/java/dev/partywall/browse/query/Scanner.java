package dev.partywall.browse.query;

import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits text into words exactly as the server does with standard_conforming_strings on (PostgreSQL 18, section 4.1): a
 * word that only one of the two saw could be a call that nobody looked at.
 */
final class Scanner {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private Scanner(String text) {
        this.text = text;
    }

    /** @throws Failure for a quote or comment that never ends, and for names written in Unicode escapes */
    static List<Word> words(String text) {
        if (text.indexOf('\0') >= 0) {
            throw Failure.usage("The text holds a NUL character.", "Remove it.");
        }
        Scanner scanner = new Scanner(text);
        while (scanner.skipBlanks()) {
            scanner.word();
        }
        return scanner.words;
    }

    private boolean skipBlanks() {
        while (at < text.length()) {
            if (" \t\n\r\f\u000B".indexOf(text.charAt(at)) >= 0) {
                at++;
            } else if (text.startsWith("--", at)) {
                skipLine();
            } else if (text.startsWith("/*", at)) {
                skipComment();
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipLine() {
        while (at < text.length() && "\n\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
    }

    /** Comments nest. */
    private void skipComment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else if (at >= text.length()) {
                throw unended("comment");
            } else {
                at++;
            }
        } while (depth > 0);
    }

    private void word() {
        char first = text.charAt(at);
        if (first == '\'') {
            literal(at, false);
        } else if (first == '"') {
            quotedName();
        } else if (isLetter(first)) {
            nameOrPrefixed();
        } else if (first == '$' && dollarTag() > 0) {
            dollarQuoted(dollarTag());
        } else if (OPERATORS.indexOf(first) >= 0) {
            operator();
        } else {
            add(Word.Kind.PUNCTUATION, String.valueOf(first), at + 1);
        }
    }

    /** E'...' and the like begin as names do. */
    private void nameOrPrefixed() {
        int end = at;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        String name = text.substring(at, end).toLowerCase(Locale.ROOT);
        char next = end < text.length() ? text.charAt(end) : ' ';
        if (name.equals("u") && next == '&' && "'\"".indexOf(charAfter(end)) >= 0) {
            throw Failure.usage("Unicode escapes (U&) are not sent.", "Write the characters themselves.");
        }
        if (next == '\'' && List.of("e", "b", "x", "n").contains(name)) {
            literal(end, name.equals("e"));
        } else {
            add(Word.Kind.NAME, name, end);
        }
    }

    private char charAfter(int position) {
        return position + 1 < text.length() ? text.charAt(position + 1) : ' ';
    }

    private void literal(int quote, boolean escapes) {
        int i = quote + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (escapes && c == '\\') {
                i += 2;
            } else if (c != '\'') {
                i++;
            } else if (charAfter(i) == '\'') {
                i += 2;
            } else {
                add(Word.Kind.LITERAL, text.substring(at, i + 1), i + 1);
                return;
            }
        }
        throw unended("quoted text");
    }

    private void quotedName() {
        int i = at + 1;
        while (i < text.length() && (text.charAt(i) != '"' || charAfter(i) == '"')) {
            i += text.charAt(i) == '"' ? 2 : 1;
        }
        if (i >= text.length()) {
            throw unended("quoted name");
        }
        add(Word.Kind.QUOTED_NAME, text.substring(at + 1, i).replace("\"\"", "\""), i + 1);
    }

    /** Where a tag such as {@code $tag$} ends; 0 where there is none. */
    private int dollarTag() {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != '$' && isNamePart(text.charAt(i))) {
            i++;
        }
        boolean tag = i < text.length() && text.charAt(i) == '$' && !Character.isDigit(text.charAt(at + 1));
        return tag ? i + 1 : 0;
    }

    private void dollarQuoted(int tagEnd) {
        String tag = text.substring(at, tagEnd);
        int end = text.indexOf(tag, tagEnd);
        if (end < 0) {
            throw unended("quoted text");
        }
        add(Word.Kind.LITERAL, text.substring(at, end + tag.length()), end + tag.length());
    }

    private void operator() {
        int i = at;
        while (i < text.length()
                && OPERATORS.indexOf(text.charAt(i)) >= 0
                && !text.startsWith("--", i)
                && !text.startsWith("/*", i)) {
            i++;
        }
        add(Word.Kind.OPERATOR, text.substring(at, i), i);
    }

    private void add(Word.Kind kind, String word, int end) {
        words.add(new Word(kind, word, at, end));
        at = end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 127;
    }

    private static boolean isNamePart(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '$';
    }

    private static Failure unended(String what) {
        return Failure.usage("A " + what + " begins and never ends.", "Close it.");
    }
}
