package dev.partywall.browse.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Files in the making. Closing deletes what is not to be kept, also those that already are at their place. */
final class Parts implements AutoCloseable {
    private final Path folder;
    private final List<Path> made = new ArrayList<>();

    private Parts(Path folder) {
        this.folder = folder;
    }

    /** @param file absolute */
    static Parts beside(Path file) {
        return new Parts(Objects.requireNonNull(file.getParent(), "a file is in a folder"));
    }

    Path make() throws IOException {
        Path part = Files.createTempFile(folder, ".partywall", ".part");
        made.add(part);
        return part;
    }

    Path move(Path part, Path target) throws IOException {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        made.add(target);
        return target;
    }

    /** All is well. */
    void keep() {
        made.clear();
    }

    @Override
    public void close() throws IOException {
        for (Path part : made) {
            Files.deleteIfExists(part);
        }
    }
}
