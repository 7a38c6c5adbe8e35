package io.adskull.local.up;

import io.adskull.local.component.Component;
import io.adskull.local.component.Home;
import io.adskull.local.down.Stopping;
import io.adskull.local.process.Detached;
import io.adskull.local.process.Started;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// What this `up` has started and answers for: it is stopped when this process ends, however it ends, until it is
/// left to run. Thread-safe.
final class Undertaking {

    private final Home home;
    private final Detached detached;
    private final List<Started> started = new CopyOnWriteArrayList<>();
    private volatile boolean answering = true;

    Undertaking(Home home) {
        this.home = home;
        this.detached = new Detached(home);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopStarted, "stop"));
    }

    Started start(Component component) {
        Started one = detached.start(component);
        started.add(one);
        return one;
    }

    void leaveRunning() {
        answering = false;
    }

    /// Says in one line when a component ends, and returns when none is left.
    void awaitEndOfAll() {
        CompletableFuture.allOf(started.stream()
                        .map(one -> one.obituary().thenAccept(this::tell))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void tell(String obituary) {
        if (answering) {
            System.err.println(obituary + "; ./adskull up starts it again");
        }
    }

    private void stopStarted() {
        if (!answering || started.isEmpty()) {
            return;
        }
        answering = false;
        System.err.println("Stopping what was started …");
        try {
            new Stopping(home, line -> {})
                    .stop(started.stream().map(Started::component).toList());
            System.err.println("Nothing of it runs any more; data stays in " + home.state() + ".");
        } catch (IOException e) {
            System.err.println("Could not clean up: " + e.getMessage());
        }
    }
}
