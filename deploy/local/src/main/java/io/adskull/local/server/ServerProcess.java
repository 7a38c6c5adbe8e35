package io.adskull.local.server;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/// How every server program here starts, speaks and ends: one line an event, a failed start in one sentence, a
/// clean stop on SIGTERM.
final class ServerProcess {

    private ServerProcess() {}

    static void run(Callable<Integer> server, String... arguments) {
        QuietLogs.install();
        int exitCode = new CommandLine(server)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    say(command.getCommandName() + " could not start: " + sentence(failure));
                    return 1;
                })
                .execute(arguments);
        System.exit(exitCode);
    }

    /// The innermost reason, since servers wrap it several times.
    private static String sentence(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
    }

    static void say(String line) {
        System.out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }

    static void closeAtExit(String name, AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(name, server), "stop-" + name));
    }

    /// Keeps the caller in `call()` until the process is told to stop.
    static void awaitStop() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void close(String name, AutoCloseable server) {
        try {
            server.close();
            say(name + " has stopped");
        } catch (Exception e) {
            say(name + " did not stop cleanly: " + sentence(e));
        }
    }
}
