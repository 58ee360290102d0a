package dev.partywall.cli;

import dev.partywall.browse.From;
import dev.partywall.failure.Failure;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the rows begin or end; at the beginning where nothing is said. */
final class FromOptions {
    @Option(
            names = "--after",
            paramLabel = "KEY",
            description =
                    "Go on after the row with this key, as the page before told. Values between commas, NULL as nothing.")
    private @Nullable String after;

    @Option(names = "--before", paramLabel = "KEY", description = "The rows just before the one with this key.")
    private @Nullable String before;

    @Option(names = "--at", paramLabel = "KEY", description = "Begin with the row with this key, or the next one.")
    private @Nullable String at;

    @Option(names = "--last", description = "The last rows.")
    private boolean last;

    From from() {
        if (Stream.of(after, before, at, last ? "" : null)
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw Failure.usage(
                    "The rows can begin at one place only.", "Give one of --after, --before, --at, --last.");
        }
        if (after != null) {
            return new From.After(PlaceText.parse(after));
        }
        if (before != null) {
            return new From.Before(PlaceText.parse(before));
        }
        if (at != null) {
            return new From.At(PlaceText.parse(at));
        }
        return last ? new From.Last() : new From.First();
    }
}
