package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The saved profiles of one person: a folder of JSON files, one for each, never with a password. */
public final class ProfileStore {
    private static final String ENDING = ".json";
    private static final String SUPPRESSIONS = ".suppressions" + ENDING;
    private static final Pattern NAME = Pattern.compile("[^./\\\\:*?\"<>|\\p{Cntrl}][^/\\\\:*?\"<>|\\p{Cntrl}]{0,99}");

    private final Path folder;

    public ProfileStore(Path folder) {
        this.folder = folder;
    }

    /** In {@code $XDG_CONFIG_HOME/partywall/profiles}, or below {@code ~/.config}. */
    public static ProfileStore usual() {
        return new ProfileStore(Surroundings.actual().configuration().resolve("profiles"));
    }

    /**
     * A profile that is not in a file of its own.
     *
     * @param where names it in errors
     */
    public static Profile parse(String json, String where) {
        return ProfileJson.read(json, where);
    }

    /** The names of the saved profiles, sorted. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith(".") && !name.endsWith(SUPPRESSIONS))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw Failure.incomplete("The folder " + folder + " cannot be read.", "Check its permissions.", null, e);
        }
    }

    /**
     * @param nameOrFile a saved profile's name, or the path of a profile file
     * @throws Failure when there is none, or it cannot be understood
     */
    public Profile load(String nameOrFile) {
        boolean name = isSaved(nameOrFile);
        Path file = name ? file(nameOrFile) : Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            List<String> names = names();
            throw Failure.usage(
                    "There is no profile " + nameOrFile + ".",
                    names.isEmpty()
                            ? "Name a profile file; none is saved yet."
                            : "Name a profile file, or one that is saved: " + String.join(", ", names) + ".");
        }
        return ProfileJson.read(text(file), name ? nameOrFile : file.toString());
    }

    private boolean isSaved(String name) {
        return NAME.matcher(name).matches() && Files.isRegularFile(file(name));
    }

    /**
     * Where the suppressions of a profile are, whether or not there are any: {@code shop.suppressions.json} beside
     * {@code shop.json}.
     *
     * @param nameOrFile as {@link #load} takes it
     */
    public Path suppressions(String nameOrFile) {
        if (isSaved(nameOrFile)) {
            return folder.resolve(nameOrFile + SUPPRESSIONS);
        }
        Path file = Path.of(nameOrFile).toAbsolutePath();
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return file.resolveSibling(stem + SUPPRESSIONS);
    }

    /** As {@link #suppressions(String)}, for a profile that may not be saved and may have any name. */
    public Path suppressionsOf(Profile profile) {
        String name = NAME.matcher(profile.name()).matches()
                ? profile.name()
                : URLEncoder.encode(profile.name(), StandardCharsets.UTF_8);
        return folder.resolve(name + SUPPRESSIONS);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Failure.usage(
                    "The profile " + file + " cannot be read.", "Check its permissions, and that it is UTF-8.");
        }
    }

    /**
     * Saves the profile under its name, in place of one that was there. The file is whole at any time.
     *
     * @throws Failure when the name cannot be a file's, or the folder cannot be written
     */
    public void save(Profile profile) {
        if (!NAME.matcher(profile.name()).matches() || (profile.name() + ENDING).endsWith(SUPPRESSIONS)) {
            throw Failure.usage(
                    "A profile cannot be called \"" + profile.name() + "\".",
                    "Use up to 100 characters, without / \\ : * ? \" < > | and not beginning with a dot.");
        }
        byte[] bytes = ProfileJson.write(profile).getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, ".", ".tmp"); // readable by its owner only
            try {
                Files.write(written, bytes);
                Files.move(written, file(profile.name()), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The profile cannot be saved in " + folder + ".", "Check its permissions.", null, e);
        }
    }

    /** Nothing happens when there is no such profile. */
    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw Failure.incomplete("The profile " + name + " cannot be deleted.", "Check its permissions.", null, e);
        }
    }

    /** Gives the suppressions of one saved profile to another, unless that has its own. */
    public void moveBeside(String before, String now) {
        Path from = folder.resolve(before + SUPPRESSIONS);
        Path to = folder.resolve(now + SUPPRESSIONS);
        try {
            if (Files.exists(from) && !Files.exists(to)) {
                Files.move(from, to);
            }
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The suppressions of " + before + " cannot be moved.",
                    "Check the permissions of " + folder + ".",
                    null,
                    e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }
}
