package dev.partywall.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** All text of the window, from one bundle. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.partywall.ui.messages", Locale.ENGLISH);

    private Texts() {}

    /** The bundle itself, for FXML. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /** The text of a key, with values in ({@link MessageFormat}: apostrophes in such texts are doubled). */
    public static String say(String key, Object... values) {
        String text = BUNDLE.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(values);
    }

    /** "1 row", "2,000 rows": the bundle has the key with .one and .many. */
    public static String count(String key, long number) {
        return number == 1 ? say(key + ".one") : say(key + ".many", number);
    }
}
