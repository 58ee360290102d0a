package dev.partywall.connect;

import dev.partywall.connect.Refusals.Saying;
import dev.partywall.profile.Address;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a connection could not be made, or was lost (PostgreSQL: Error Codes, classes 08, 28, 3D, 53, 57P). */
final class LoginRefusals {
    private static final Set<String> STATES = Set.of("3D000", "53300", "57P01", "57P02", "57P03", "57P05");
    private static final Set<String> WITH_TLS = Set.of("require", "verify-ca", "verify-full");

    private LoginRefusals() {}

    static boolean knows(String state) {
        return STATES.contains(state);
    }

    static Saying of(Address address, String state, SQLException e) {
        return switch (state) {
            case "28P01" ->
                new Saying(
                        "The server does not accept the password of " + address.user() + ".",
                        "Correct the password where the profile says it is, or in .pgpass.");
            case "28000" -> notAllowed(address, e);
            case "3D000" ->
                new Saying(
                        "There is no database " + address.database() + " on " + address.places() + ".",
                        "Correct the database in the connection string; psql -l lists them.");
            case "53300" ->
                new Saying(
                        "The server has no connection left for " + address.user() + ".",
                        "Close some, or raise max_connections or the role's CONNECTION LIMIT.");
            case "57P03" -> new Saying("The server is starting up or shutting down.", "Try again in a moment.");
            case "57P01", "57P02", "57P05" -> lost(address);
            case "08004" -> rejected(address);
            default -> network(address, e);
        };
    }

    /** pg_hba.conf is named in every language, and otherwise it is the role. */
    private static Saying notAllowed(Address address, SQLException e) {
        if (!Refusals.said(e).contains("pg_hba.conf")) {
            return new Saying(
                    "The role " + address.user() + " does not exist on " + address.places() + " or may not log in.",
                    "Correct the user, or create the role with LOGIN.");
        }
        boolean plain = "disable".equals(address.properties().get("sslmode"));
        return new Saying(
                "The server's pg_hba.conf does not let " + address.user() + " into " + address.database()
                        + " from this machine" + (plain ? " without TLS." : "."),
                plain ? "Write sslmode=require into the connection string." : "Add a line for it there, and reload.");
    }

    private static Saying rejected(Address address) {
        if (WITH_TLS.contains(address.properties().getOrDefault("sslmode", ""))) {
            return new Saying(
                    "The connection string asks for TLS, and the server on " + address.places() + " does not offer it.",
                    "Switch on ssl in the server's configuration, or connect with sslmode=prefer.");
        }
        if (address.password() == null) {
            return new Saying(
                    "The server asks for a password of " + address.user() + ", and none was found.",
                    "Say in the profile where it is, or add a line to .pgpass.");
        }
        return new Saying(
                "The server on " + address.places() + " asks for a way to log in that the driver cannot do.",
                "Let pg_hba.conf ask " + address.user() + " for scram-sha-256.");
    }

    private static Saying network(Address address, SQLException e) {
        if (caused(e, UnknownHostException.class) != null) {
            return new Saying("There is no host called " + hosts(address) + ".", "Correct the host's name.");
        }
        if (caused(e, ConnectException.class) != null) {
            return new Saying(
                    "Nothing answers on " + address.places() + ".",
                    "Check that the server runs, its port, and that its listen_addresses names more than a socket.");
        }
        if (caused(e, SSLException.class) != null || caused(e, GeneralSecurityException.class) != null) {
            return new Saying(
                    "The TLS certificate of " + address.places() + " is not one that sslmode accepts.",
                    "Give its authority as sslrootcert, or connect by the name the certificate is for.");
        }
        if (caused(e, SocketTimeoutException.class) != null || "08001".equals(e.getSQLState())) {
            return new Saying(
                    "The server on " + address.places() + " does not answer in time.",
                    "Check the network in between: a firewall, a VPN that is down.");
        }
        return lost(address);
    }

    private static Saying lost(Address address) {
        return new Saying(
                "The connection to " + address.places() + " was lost; what was open there is rolled back.",
                "Check that the server runs, then try again.");
    }

    private static String hosts(Address address) {
        return String.join(
                ", ", address.hosts().stream().map(Address.Host::name).toList());
    }

    private static <T extends Throwable> @Nullable T caused(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
