package dev.partywall.profile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.partywall.failure.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form in which a profile is saved: {@code partywall.profile/1}. It has no place for a password. */
public final class ProfileJson {
    private static final int VERSION = 1;
    private static final Pattern SCHEMA = Pattern.compile("partywall\\.profile/(\\d{1,9})");
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final List<String> PROFILE =
            List.of("schema", "name", "environment", "app", "bypass", "pooler", "tenancy");
    private static final List<String> LOGIN = List.of("url", "user", "password");
    private static final List<String> SECRET = List.of("env", "pgpass", "command", "keyring", "ask");

    private ProfileJson() {}

    /**
     * @param origin what the text is called in messages; also the name of a profile that has none
     * @throws Failure when it is no profile, or one of a newer Partywall
     */
    public static Profile read(String text, String origin) {
        JsonNode root = tree(text, origin);
        requireVersion(root, origin);
        Fields fields = Fields.of(root, origin, "", PROFILE);
        if (!fields.has("app")) {
            throw fields.wrong("app", "is missing");
        }
        Environment environment = fields.word("environment", Environment.values());
        return new Profile(
                fields.text("name", origin),
                environment == null ? Environment.DEVELOPMENT : environment,
                login(fields.object("app", LOGIN)),
                fields.has("bypass") ? login(fields.object("bypass", LOGIN)) : null,
                TenancyJson.read(fields.object("tenancy", TenancyJson.FIELDS)),
                fields.has("pooler") ? login(fields.object("pooler", LOGIN)) : null);
    }

    private static JsonNode tree(String text, String origin) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            // The parser's own message may quote the text.
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw Failure.usage("The profile " + origin + " is not JSON: line " + line + ".", "Correct the file.");
        }
    }

    private static void requireVersion(JsonNode root, String origin) {
        String schema = root.path("schema").asText("partywall.profile/" + VERSION);
        Matcher matcher = SCHEMA.matcher(schema);
        if (!matcher.matches()) {
            throw Failure.usage(
                    "The file " + origin + " is not a profile of Partywall.",
                    "Its \"schema\" should be partywall.profile/" + VERSION + ".");
        }
        if (Integer.parseInt(matcher.group(1)) > VERSION) {
            throw Failure.usage(
                    "The profile " + origin + " was written by a newer Partywall (" + schema + ").", "Use that one.");
        }
    }

    private static Login login(Fields fields) {
        return new Login(fields.text("url", ""), fields.text("user"), secret(fields));
    }

    private static @Nullable Secret secret(Fields login) {
        if (!login.has("password")) {
            return null;
        }
        if (login.node().get("password").isTextual()) {
            throw Failure.usage(
                    "The profile " + login.origin() + " holds a password, which belongs in no file.",
                    "Say where it is to be found, {\"ask\": true} say.");
        }
        Fields secret = login.object("password", SECRET);
        if (secret.node().size() != 1) {
            throw secret.wrong(secret.path(), "names " + secret.node().size() + " places");
        }
        return secret(secret, secret.node().fieldNames().next());
    }

    private static Secret secret(Fields secret, String place) {
        return switch (place) {
            case "env" -> new Secret.Env(secret.required("env"));
            case "pgpass" -> new Secret.PgPass();
            case "command" -> new Secret.Command(secret.texts("command"));
            case "keyring" -> new Secret.Keyring();
            default -> new Secret.Ask();
        };
    }

    /** @throws Failure when a password cannot be taken out of a connection string */
    public static String write(Profile profile) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schema", "partywall.profile/" + VERSION);
        fields.put("name", profile.name());
        fields.put("environment", TenancyJson.word(profile.environment()));
        fields.put("app", fields(profile.app()));
        if (profile.bypass() != null) {
            fields.put("bypass", fields(profile.bypass()));
        }
        if (profile.pooler() != null) {
            fields.put("pooler", fields(profile.pooler()));
        }
        Map<String, Object> tenancy = TenancyJson.fields(profile.tenancy());
        if (!tenancy.isEmpty()) {
            fields.put("tenancy", tenancy);
        }
        return MAPPER.valueToTree(fields).toPrettyString() + "\n";
    }

    private static Map<String, Object> fields(Login login) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("url", Redaction.withoutPassword(login.url()));
        if (login.user() != null) {
            fields.put("user", login.user());
        }
        if (login.password() != null) {
            fields.put("password", fields(login.password()));
        }
        return fields;
    }

    private static Map<String, Object> fields(Secret secret) {
        return switch (secret) {
            case Secret.Env env -> Map.of("env", env.name());
            case Secret.PgPass file -> Map.of("pgpass", true);
            case Secret.Command command -> Map.of("command", command.words());
            case Secret.Keyring keyring -> Map.of("keyring", true);
            case Secret.Ask ask -> Map.of("ask", true);
        };
    }
}
