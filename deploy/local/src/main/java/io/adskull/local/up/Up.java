package io.adskull.local.up;

import io.adskull.local.component.Component;
import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import io.adskull.local.component.Surroundings;
import io.adskull.local.process.RunFolder;
import io.adskull.local.vault.TicketKey;
import io.adskull.local.vault.VaultKeyset;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Starts what does not run yet. What this command started ends with it, unless everything became healthy and
/// `--detach` was asked for.
@Command(name = "up", description = "Starts everything that does not run.")
public final class Up implements Callable<Integer> {

    private final Map<String, String> environment = System.getenv();

    @Option(
            names = {"-d", "--detach"},
            description = "Returns once all is healthy instead of staying until Ctrl-C.")
    private boolean detach;

    @Parameters(paramLabel = "COMPONENT", description = "Only these and what they need; everything by default.")
    private List<String> wanted = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.from(environment);
        Ports ports = Ports.from(environment);
        Components components = Components.of(home, ports, environment).only(wanted);
        String addresses = Addresses.of(components, ports, Surroundings.isReal(environment));
        DiskSpace.require(home);
        var undertaking = new Undertaking(home);
        if (!start(home, ports, components, undertaking)) {
            System.err.println("Everything runs already.");
            System.out.print(addresses);
            return 0;
        }
        System.err.println("AdSkull is up.");
        System.out.print(addresses);
        return detach ? leave(undertaking) : stay(undertaking);
    }

    /// @return whether there was anything to start
    private boolean start(Home home, Ports ports, Components components, Undertaking undertaking) throws IOException {
        var run = new RunFolder(home.run());
        try (var alone = OneAtATime.in(home)) {
            List<Component> missing = components.all().stream()
                    .filter(component -> run.running(component.name()).isEmpty())
                    .toList();
            if (missing.isEmpty()) {
                return false;
            }
            Preconditions.check(home, missing);
            VaultKeyset.createIfMissing(home.keyset());
            VaultKeyset.createIfMissing(home.channelsKeyset());
            TicketKey.createIfMissing(home.ticketKey());
            try (var progress = new Progress(System.err, onTerminal(), InstantSource.system())) {
                new StartOrder(progress)
                        .run(new Steps(home, ports, environment, undertaking, progress::say).of(components, missing));
            }
            return true;
        }
    }

    private static int leave(Undertaking undertaking) {
        undertaking.leaveRunning();
        System.err.println("./adskull status shows what runs, ./adskull down stops it.");
        return 0;
    }

    private static int stay(Undertaking undertaking) throws InterruptedException {
        System.err.println("Ctrl-C stops everything.");
        undertaking.awaitEndOfAll();
        return 0;
    }

    /// Said by the script, which sees where standard error goes.
    private boolean onTerminal() {
        return environment.getOrDefault("ADSKULL_TERMINAL", "").equals("1");
    }
}
