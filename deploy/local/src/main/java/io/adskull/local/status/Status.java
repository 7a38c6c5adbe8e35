package io.adskull.local.status;

import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import io.adskull.local.process.RunFolder;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Exits with 0 as JSON (the reader has the states), else with 1 when something is not healthy.
@Command(name = "status", description = "Shows what runs.")
public final class Status implements Callable<Integer> {

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        Home home = Home.from(System.getenv());
        Components components = Components.of(home, Ports.from(System.getenv()), System.getenv());
        StatusReport report = StatusReport.of(components, new RunFolder(home.run()), Instant.now());
        System.out.println(json ? report.json() : report.table());
        return json || report.allHealthy() ? 0 : 1;
    }
}
