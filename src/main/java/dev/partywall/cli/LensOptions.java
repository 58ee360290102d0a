package dev.partywall.cli;

import dev.partywall.connect.Lens;
import dev.partywall.failure.Failure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Through whom one looks: exactly one of these must be given, so that nobody looks by mistake. */
final class LensOptions {
    @ArgGroup(multiplicity = "0..1")
    private @Nullable Choice choice;

    static final class Choice {
        @Option(names = "--tenant", paramLabel = "T", description = "As this tenant.")
        @Nullable
        String tenant;

        @Option(names = "--nobody", description = "As the app role with no tenant set.")
        boolean nobody;

        @Option(names = "--everyone", description = "As the bypass role: every tenant's rows.")
        boolean everyone;
    }

    /** @throws Failure where none is given */
    Lens lens() {
        if (choice == null) {
            throw Failure.usage(
                    "It was not said through whom to look.", "Give one of --tenant T, --nobody or --everyone.");
        }
        if (choice.tenant != null) {
            return new Lens.Tenant(choice.tenant);
        }
        return choice.everyone ? new Lens.Everyone() : new Lens.Nobody();
    }
}
