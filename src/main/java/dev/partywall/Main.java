package dev.partywall;

import dev.partywall.cli.PartywallCommand;

/** Opens the window when started without arguments, and the command line otherwise. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(PartywallCommand.run(args));
    }
}
