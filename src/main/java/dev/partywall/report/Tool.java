package dev.partywall.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The name and version under which Partywall signs its reports. */
public final class Tool {
    public static final String NAME = "partywall";
    public static final String VERSION = version();

    private Tool() {}

    private static String version() {
        Properties properties = new Properties();
        try (InputStream file = Tool.class.getResourceAsStream("/partywall.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
