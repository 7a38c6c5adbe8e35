package io.adskull.local.down;

import io.adskull.local.component.Component;
import io.adskull.local.component.Home;
import io.adskull.local.process.RunFolder;
import io.adskull.local.server.Postmaster;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Ends processes: services first, so that they can still say goodbye to Kafka and PostgreSQL.
public final class Stopping {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private final Home home;
    private final RunFolder run;
    private final Consumer<String> tell;

    public Stopping(Home home, Consumer<String> tell) {
        this.home = home;
        this.run = new RunFolder(home.run());
        this.tell = tell;
    }

    /// Returns when none of them runs.
    public void stop(List<Component> components) throws IOException {
        stopTogether(components.stream().filter(Component::isService).toList());
        stopTogether(
                components.stream().filter(component -> !component.isService()).toList());
    }

    private void stopTogether(List<Component> components) throws IOException {
        var running = new LinkedHashMap<String, ProcessHandle>();
        for (Component component : components) {
            run.running(component.name()).ifPresent(process -> running.put(component.name(), process));
        }
        running.values().forEach(ProcessHandle::destroy);
        running.forEach(this::awaitOrKill);
        for (Component component : components) {
            boolean orphan = endDatabase(component);
            run.forget(component.name());
            if (orphan || running.containsKey(component.name())) {
                tell.accept(component.name() + " has stopped");
            }
        }
    }

    /// PostgreSQL itself goes on when the process that started it was killed.
    private boolean endDatabase(Component component) throws IOException {
        return component.name().equals("postgres") && new Postmaster(home.data("postgres")).stopIfOrphaned();
    }

    private void awaitOrKill(String name, ProcessHandle process) {
        if (!endsWithin(process, PATIENCE)) {
            tell.accept("%s did not stop within %d s and is killed".formatted(name, PATIENCE.toSeconds()));
            process.destroyForcibly();
            endsWithin(process, AFTER_KILL);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
