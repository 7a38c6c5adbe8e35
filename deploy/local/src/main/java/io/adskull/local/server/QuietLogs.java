package io.adskull.local.server;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// Logs of the embedded servers: warnings only, one line each; Kafka alone would print its 500 settings.
final class QuietLogs {

    private static final Logger ROOT = Logger.getLogger("");

    /// Warns of every empty log as if a broker never started for the first time. Held, or its level would be
    /// forgotten.
    private static final Logger CONTROLLER = Logger.getLogger("org.apache.kafka.controller.QuorumController");

    private QuietLogs() {}

    static void install() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%n%6$s%n");
        LogManager.getLogManager().reset();
        var console = new ConsoleHandler();
        console.setLevel(Level.WARNING);
        ROOT.addHandler(console);
        ROOT.setLevel(Level.WARNING);
        CONTROLLER.setLevel(Level.SEVERE);
    }
}
