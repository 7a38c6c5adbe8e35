package io.adskull.local;

import io.adskull.local.down.Down;
import io.adskull.local.logs.Logs;
import io.adskull.local.rebuild.Rebuild;
import io.adskull.local.status.Status;
import io.adskull.local.token.Token;
import io.adskull.local.up.Up;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Where the script `adskull` hands over. Results go to standard output, talk to standard error; 0 is success, 1 a
/// failure said in one line, 2 a command line that makes no sense.
@Command(
        name = "adskull",
        description = "Runs AdSkull on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Up.class, Down.class, Status.class, Logs.class, Token.class, Rebuild.class})
public final class AdSkull {

    /// Held, or the level set on it would be forgotten.
    private static final Logger LIBRARIES = Logger.getLogger("");

    private AdSkull() {}

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        LIBRARIES.setLevel(Level.OFF);
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            return new CommandLine(new AdSkull())
                    .setExecutionExceptionHandler((failure, command, parsed) -> sayWhy(failure))
                    .execute(arguments);
        } catch (Error broken) {
            return sayWhy(broken);
        }
    }

    private static int sayWhy(Throwable failure) {
        System.err.println("adskull: " + (failure instanceof Refusal ? failure.getMessage() : innermost(failure)));
        return 1;
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
