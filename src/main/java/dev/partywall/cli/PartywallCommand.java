package dev.partywall.cli;

import dev.partywall.failure.Failure;
import dev.partywall.report.Tool;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. Exit codes: 0 well, 1 a finding or a leak, 2 not completed, 64 wrong usage. */
@Command(
        name = "partywall",
        description = "Shows, on a real PostgreSQL database, whether one tenant can reach another's data.",
        mixinStandardHelpOptions = true,
        versionProvider = PartywallCommand.Version.class,
        footer = {
            "",
            "Without arguments the window opens. Exit: 0 well, 1 a finding or a leak, 2 not completed, 64 wrong usage."
        },
        subcommands = {
            VerifyCommand.class,
            AdviseCommand.class,
            ProbeCommand.class,
            InspectCommand.class,
            DoctorCommand.class,
            DetectCommand.class,
            BrowseCommand.class,
            WhyCommand.class,
            BackfillCommand.class,
            ExplainCommand.class,
            DemoCommand.class
        })
public final class PartywallCommand implements Runnable {
    static final int NOT_COMPLETED = 2;
    static final int WRONG_USAGE = 64;

    @Spec
    private CommandSpec spec;

    /** Runs one command and says how it ended; never throws and never exits the process. */
    public static int run(String... args) {
        CommandLine commandLine = new CommandLine(new PartywallCommand());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(PartywallCommand::wrongUsage);
        commandLine.setExecutionExceptionHandler((problem, failed, parsed) -> notCompleted(problem, failed.getErr()));
        return commandLine.execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command given");
    }

    private static int wrongUsage(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("partywall: " + problem.getMessage() + ".");
        err.println("Run '" + command.getCommandSpec().qualifiedName() + " --help' for what can be given.");
        return WRONG_USAGE;
    }

    private static int notCompleted(Exception problem, PrintWriter err) {
        return switch (problem) {
            case Failure failure -> {
                err.println("partywall: " + failure.getMessage());
                err.println(failure.nextStep());
                yield failure.kind() == Failure.Kind.USAGE ? WRONG_USAGE : NOT_COMPLETED;
            }
            case CancellationException cancelled -> {
                err.println("partywall: cancelled; nothing was left half done.");
                yield NOT_COMPLETED;
            }
            default -> {
                err.println("partywall: internal error: " + problem);
                err.println("Set PARTYWALL_TRACE=1 and run it again to see where; please report it.");
                if (System.getenv("PARTYWALL_TRACE") != null) {
                    problem.printStackTrace(err);
                }
                yield NOT_COMPLETED;
            }
        };
    }

    /** {@code partywall 0.1.0}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Tool.NAME + " " + Tool.VERSION};
        }
    }
}
