package dev.partywall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9.-]+)\"");
    private static final Pattern ANY_STRING = Pattern.compile("\"([a-z][a-z0-9_.-]*)\"( \\+)?");
    private static final Pattern SAID = Pattern.compile("(say|count)\\(\\s*\"([a-z0-9_.-]+)\"( \\+)?");

    @Test
    void everyKeyThatIsUsedExists() {
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            Matcher said = SAID.matcher(source);
            while (said.find()) {
                boolean whole = said.group(3) == null;
                String key = said.group(1).equals("count") ? said.group(2) + ".many" : said.group(2);
                if (whole && !Texts.bundle().containsKey(key)) {
                    missing.add(key);
                }
            }
        }
        fxmlKeys().filter(key -> !Texts.bundle().containsKey(key)).forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> unused = new TreeSet<>(Texts.bundle().keySet());
        Set<String> used = new TreeSet<>();
        Set<String> prefixes = new TreeSet<>();
        for (String source : sources()) {
            Matcher any = ANY_STRING.matcher(source);
            while (any.find()) {
                (any.group(2) == null ? used : prefixes).add(any.group(1));
            }
        }
        unused.removeAll(used);
        unused.removeIf(key -> used.contains(key.replaceAll("\\.(one|many)$", "")));
        unused.removeIf(key -> prefixes.stream().anyMatch(prefix -> prefix.endsWith(".") && key.startsWith(prefix)));
        fxmlKeys().forEach(unused::remove);
        assertThat(unused).isEmpty();
    }

    private static List<String> sources() {
        return files(Path.of("src/main/java/dev/partywall/ui"), ".java");
    }

    private static Stream<String> fxmlKeys() {
        return files(Path.of("fxml"), ".fxml").stream()
                .flatMap(text -> IN_FXML.matcher(text).results().map(found -> found.group(1)));
    }

    private static List<String> files(Path folder, String ending) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .map(TextsTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
