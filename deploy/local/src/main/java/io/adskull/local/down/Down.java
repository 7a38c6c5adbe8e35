package io.adskull.local.down;

import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;

/// Stopping what is stopped is fine.
@Command(name = "down", description = "Stops everything; data stays.")
public final class Down implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Home home = Home.from(System.getenv());
        var any = new AtomicBoolean();
        new Stopping(home, line -> {
                    any.set(true);
                    System.err.println("  " + line);
                })
                .stop(Components.of(home, Ports.from(System.getenv()), System.getenv())
                        .all());
        System.err.println(any.get() ? "AdSkull has stopped." : "Nothing was running.");
        return 0;
    }
}
