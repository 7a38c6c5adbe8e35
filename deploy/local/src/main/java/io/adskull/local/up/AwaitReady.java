package io.adskull.local.up;

import io.adskull.local.Refusal;
import io.adskull.local.component.Component;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Waits until a component does its work, and not a moment longer than its process lives.
final class AwaitReady {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int BETWEEN_QUESTIONS_MILLIS = 150;

    private AwaitReady() {}

    /// @param obituary one sentence for why the process ended, asked once it has
    static void of(Component component, ProcessHandle process, Supplier<String> obituary) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!endsSoon(process)) {
            if (component.readiness().ready()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new Refusal("%s is not healthy after %d s; see ./adskull logs %s"
                        .formatted(component.name(), LIMIT.toSeconds(), component.name()));
            }
        }
        throw new Refusal(obituary.get() + "; see ./adskull logs " + component.name());
    }

    private static boolean endsSoon(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(BETWEEN_QUESTIONS_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }
}
