package io.adskull.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process and no other: systems give numbers of ended processes to new ones, so the time it began counts too.
public record ProcessIdentity(long pid, Instant startedAt) {

    /// A corrected clock moves what the system reports as the start of a process.
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(5);

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /// The process, as long as it runs. A killed one that its parent has not buried yet keeps its number and counts as
    /// alive for the JDK, sometimes for seconds; but it no longer has a program.
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().isPresent())
                .filter(this::isMe);
    }

    private boolean isMe(ProcessHandle candidate) {
        return candidate
                .info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_CORRECTION) <= 0)
                .orElse(false);
    }
}
