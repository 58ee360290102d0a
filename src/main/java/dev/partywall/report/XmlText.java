package dev.partywall.report;

/** Text fit for XML 1.0, which cannot hold most control characters in any form (XML 1.0, section 2.2). */
final class XmlText {
    private XmlText() {}

    /** The text with each character XML cannot hold replaced by U+FFFD. */
    static String clean(String text) {
        return text.codePoints()
                .map(point -> isAllowed(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point < 0xD800
                || point > 0xDFFF && point != 0xFFFE && point != 0xFFFF;
    }
}
