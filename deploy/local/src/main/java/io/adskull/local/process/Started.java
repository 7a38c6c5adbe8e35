package io.adskull.local.process;

import io.adskull.local.component.Component;
import java.util.concurrent.CompletableFuture;

/// A component that this command started.
///
/// @param logPosition where its lines begin in the log
public record Started(Component component, Process process, LogFile log, long logPosition) {

    /// Completes with one sentence when the process ends.
    public CompletableFuture<String> obituary() {
        return process.onExit().thenApply(ended -> obituaryNow());
    }

    /// One sentence for why the process, which has ended, did so.
    public String obituaryNow() {
        return component.name() + " " + CauseOfDeath.of(process.exitValue(), log.linesFrom(logPosition));
    }
}
