package dev.partywall.connect;

import dev.partywall.failure.Failure;
import dev.partywall.profile.Address;
import java.util.Properties;
import org.postgresql.PGProperty;

/** What every connection tells the driver, beside where it goes. */
final class DriverProperties {
    static final int CONNECT_SECONDS = 10;
    /** Longer than any statement timeout, so that it only ends connections that are dead. */
    private static final int SOCKET_SECONDS = 660;

    private DriverProperties() {}

    static Properties of(Address address, Side side) {
        Properties properties = new Properties();
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(properties, SOCKET_SECONDS);
        address.properties().forEach(properties::setProperty);
        // Something that takes the connection and then says nothing is given up, too.
        PGProperty.LOGIN_TIMEOUT.set(properties, 2 * PGProperty.CONNECT_TIMEOUT.getIntNoCheck(properties));
        refuseSimpleProtocol(properties);
        PGProperty.APPLICATION_NAME.set(properties, side.applicationName());
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        // Values arrive as the server's text, and strings are sent without a type so that the server infers it.
        PGProperty.BINARY_TRANSFER.set(properties, false);
        PGProperty.STRING_TYPE.set(properties, "unspecified");
        // The detail quotes values of rows; it does not belong in messages.
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        PGProperty.USER.set(properties, address.user());
        // An empty password keeps the driver from looking into password files by itself.
        PGProperty.PASSWORD.set(
                properties, address.password() == null ? "" : address.password().reveal());
        return properties;
    }

    /** By the simple protocol one text may hold many statements, {@code commit} among them (FACTS, pgjdbc 1). */
    private static void refuseSimpleProtocol(Properties properties) {
        String mode = PGProperty.PREFER_QUERY_MODE.getOrDefault(properties);
        if (!"extended".equals(mode)) {
            throw Failure.usage(
                    "preferQueryMode=" + mode + " would let one text hold several statements.",
                    "Remove preferQueryMode from the connection string.");
        }
    }
}
