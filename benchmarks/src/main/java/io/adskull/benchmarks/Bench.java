package io.adskull.benchmarks;

import io.adskull.benchmarks.alerts.AlertsBench;
import io.adskull.benchmarks.dashboard.DashboardBench;
import io.adskull.benchmarks.diagnosis.DiagnosisBench;
import io.adskull.benchmarks.poller.PollerBench;
import io.adskull.benchmarks.refresh.RefreshBench;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `adskull bench`: measures, compares with what was promised, and prints both.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures AdSkull beside a reference and compares with its goals.",
        footer = {"", "Exit status: 0 measured, whether goals are met or not, 1 a benchmark broke, 2 wrong usage."})
public final class Bench implements Callable<Integer> {
    private static final Map<String, Function<PrintStream, Report>> ALL = new TreeMap<>(Map.of(
            "alerts", AlertsBench::run,
            "dashboard", DashboardBench::run,
            "diagnosis", DiagnosisBench::run,
            "poller", PollerBench::run,
            "refresh", RefreshBench::run));

    @Parameters(paramLabel = "NAME", description = "alerts, dashboard, diagnosis, poller, refresh, or all.")
    private String name = "all";

    @Option(names = "--json", description = "Print one JSON object a benchmark, each on one line.")
    private boolean json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() {
        List<String> names = name.equals("all") ? List.copyOf(ALL.keySet()) : List.of(name);
        for (String each : names) {
            Function<PrintStream, Report> benchmark = ALL.get(each);
            if (benchmark == null) {
                System.err.println(
                        "bench: there is no benchmark \"" + each + "\"; known: " + String.join(", ", ALL.keySet()));
                return CommandLine.ExitCode.USAGE;
            }
            Report report = benchmark.apply(System.err);
            System.out.println(json ? report.json() : report.table());
        }
        return CommandLine.ExitCode.OK;
    }
}
