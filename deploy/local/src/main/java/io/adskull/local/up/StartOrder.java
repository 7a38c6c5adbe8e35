package io.adskull.local.up;

import io.adskull.local.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/// Runs steps as early as what they need allows, side by side; the first failure ends them all.
final class StartOrder {

    private final Progress progress;

    StartOrder(Progress progress) {
        this.progress = progress;
    }

    /// @param steps each after the ones it needs
    /// @throws Refusal the first failure
    void run(List<Step> steps) {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var firstFailure = new CompletableFuture<Void>();
            var underway = new HashMap<String, CompletableFuture<Void>>();
            for (Step step : steps) {
                underway.put(
                        step.name(),
                        after(step, underway)
                                .thenRunAsync(() -> perform(step), executor)
                                .whenComplete((done, failure) -> {
                                    if (failure != null) {
                                        firstFailure.completeExceptionally(failure);
                                    }
                                }));
            }
            var all = CompletableFuture.allOf(underway.values().toArray(CompletableFuture[]::new));
            CompletableFuture.anyOf(all, firstFailure).join();
        } catch (CompletionException e) {
            throw refusal(e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static Refusal refusal(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof Refusal refusal ? refusal : new Refusal(String.valueOf(cause), failure);
    }

    private static CompletableFuture<Void> after(Step step, Map<String, CompletableFuture<Void>> underway) {
        return CompletableFuture.allOf(step.needs().stream()
                .filter(underway::containsKey)
                .map(underway::get)
                .toArray(CompletableFuture[]::new));
    }

    private void perform(Step step) {
        progress.begins(step.name());
        try {
            step.action().run();
        } catch (Exception e) {
            throw e instanceof Refusal refusal ? refusal : new Refusal(step.name() + ": " + e, e);
        }
        progress.ends(step.name());
    }
}
