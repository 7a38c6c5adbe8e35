package io.adskull.local.logs;

import io.adskull.local.Refusal;
import io.adskull.local.component.Component;
import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows what a component wrote.")
public final class Logs implements Callable<Integer> {

    private static final int LAST_LINES = 200;

    @Parameters(paramLabel = "SERVICE", description = "A name that status shows.")
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.from(System.getenv());
        Components components = Components.of(home, Ports.from(System.getenv()), System.getenv());
        Component component = components.require(name);
        Path log = home.log(component.name());
        if (!Files.exists(log)) {
            throw new Refusal("%s has not written anything yet; ./adskull up starts it".formatted(name));
        }
        return new ProcessBuilder("tail", "-n", Integer.toString(LAST_LINES), follow ? "-F" : "-q", log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
