package io.adskull.benchmarks.dashboard;

import io.adskull.benchmarks.Goal;
import io.adskull.benchmarks.Machine;
import io.adskull.benchmarks.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// How soon the overview of 10,000 accounts answers while fifty people look and 200 things change a second, and how
/// soon they hear of one change in a quiet hour.
public final class DashboardBench {
    private static final int ACCOUNTS = 10_000;
    private static final int BROKEN = 2_000;
    private static final int VIEWERS = 50;
    /// What they look at: every second one at the page as it opens, the others at what they chose.
    private static final List<String> LOOKED_AT =
            List.of("/", "/?health=broken", "/", "/?page=2", "/", "/?platform=tiktok", "/", "/?health=degraded&page=3");

    private static final int CHANGES_A_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(100);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final int QUIET_CHANGES = 60;
    private static final Duration BETWEEN_QUIET_CHANGES = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /// A file of the same server, which costs it nothing but the sending.
    private static final String STATIC = "/webjars/htmx.org/dist/htmx.min.js";

    private final BenchedDashboard dashboard;
    private final Agency agency;
    private final HttpClient client;
    private final PrintStream talk;
    private long occurrences = 1;

    private DashboardBench(BenchedDashboard dashboard, Agency agency, HttpClient client, PrintStream talk) {
        this.dashboard = dashboard;
        this.agency = agency;
        this.client = client;
        this.talk = talk;
    }

    public static Report run(PrintStream talk) {
        Machine machine = Machine.here();
        Agency agency = new Agency("bench", ACCOUNTS, BROKEN);
        try (var dashboard = new BenchedDashboard(Path.of("").toAbsolutePath(), agency);
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            return new DashboardBench(dashboard, agency, client, talk).measured(machine);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Report measured(Machine machine) throws IOException, InterruptedException {
        Map<String, Double> figures = new LinkedHashMap<>();
        double filling = fill();
        figures.put("events_read_per_second", rounded((ACCOUNTS + BROKEN) / filling));
        talk.printf("  %,d accounts and %,d incidents read in %.1f s%n", ACCOUNTS, BROKEN, filling);

        busy(LOOKED_AT, WARM_UP);
        Duration before = dashboard.cpu();
        Histogram overview = busy(LOOKED_AT, MEASURED);
        double cpu = (dashboard.cpu().toNanos() - before.toNanos()) / (double) MEASURED.toNanos();
        put(figures, "overview", overview);
        figures.put("answers_per_second", rounded(overview.getTotalCount() / (double) MEASURED.toSeconds()));
        figures.put("dashboard_cores", rounded(cpu));
        talk.printf("  overview: %s, %.2f cores%n", told(overview), cpu);
        Histogram grouped = busy(List.of("/?group=business&q=north"), MEASURED.dividedBy(3));
        put(figures, "searched_and_grouped", grouped);
        talk.printf("  searched and grouped: %s%n", told(grouped));
        Histogram file = busy(List.of(STATIC), MEASURED.dividedBy(3));
        talk.printf("  a file in the same time: %s%n", told(file));
        Histogram heard = quiet();
        figures.put("change_heard_p50_ms", millis(heard, 50));
        figures.put("change_heard_p99_ms", millis(heard, 99));
        talk.printf("  a change is heard of after: %s%n", told(heard));

        return new Report(
                "dashboard",
                figures,
                Map.of("overview_p50_ms", millis(file, 50), "overview_p99_ms", millis(file, 99)),
                Map.of(
                        "overview_p50_ms", rounded(millis(overview, 50) / millis(file, 50)),
                        "overview_p99_ms", rounded(millis(overview, 99) / millis(file, 99))),
                Map.of(
                        "overview_p50_ms", Goal.atMost(100),
                        "overview_p99_ms", Goal.atMost(300),
                        "change_heard_p99_ms", Goal.atMost(1_000)),
                machine);
    }

    /// @return seconds until all of it is shown
    private double fill() throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int account = 0; account < ACCOUNTS; account++) {
            dashboard.connect(account);
        }
        for (int account = 0; account < BROKEN; account++) {
            dashboard.tell(agency.opened(account));
        }
        String all = "<b>%d</b> All".formatted(ACCOUNTS);
        String open = "<span class=\"count\">%d</span>".formatted(BROKEN);
        while (true) {
            String page = get("/");
            if (page.contains(all) && page.contains(open)) {
                return (System.nanoTime() - start) / 1e9;
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("the dashboard did not read everything within " + PATIENCE);
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    /// Fifty look at these pages in turn while 200 incidents a second go on.
    private Histogram busy(List<String> addresses, Duration length) throws InterruptedException {
        Histogram answers = histogram();
        List<Viewer> viewers = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            viewers.add(new Viewer(client, dashboard, addresses.get(i % addresses.size()), answers, _ -> {}));
        }
        viewers.forEach(Viewer::start);
        long start = System.nanoTime();
        long changes = length.toSeconds() * CHANGES_A_SECOND;
        for (long i = 0; i < changes; i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / CHANGES_A_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            goesOn();
        }
        viewers.forEach(Viewer::close);
        return answers;
    }

    /// From one change, told on Kafka, to each of fifty who hear of it.
    private Histogram quiet() throws InterruptedException {
        Histogram delays = histogram();
        AtomicLong told = new AtomicLong(Long.MAX_VALUE);
        List<Viewer> viewers = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            viewers.add(new Viewer(client, dashboard, "/", histogram(), at -> {
                long since = told.get();
                if (at >= since) {
                    synchronized (delays) {
                        delays.recordValue((at - since) / 1000);
                    }
                }
            }));
        }
        viewers.forEach(Viewer::start);
        Thread.sleep(Duration.ofSeconds(3));
        for (int i = 0; i < QUIET_CHANGES; i++) {
            told.set(System.nanoTime());
            goesOn();
            Thread.sleep(BETWEEN_QUIET_CHANGES);
        }
        viewers.forEach(Viewer::close);
        return delays;
    }

    private void goesOn() {
        int account = (int) (occurrences++ % BROKEN);
        dashboard.tell(agency.goesOn(account, occurrences, Instant.now()));
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(dashboard.at(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static Histogram histogram() {
        return new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
    }

    private static void put(Map<String, Double> figures, String name, Histogram answers) {
        figures.put(name + "_p50_ms", millis(answers, 50));
        figures.put(name + "_p99_ms", millis(answers, 99));
    }

    private static String told(Histogram times) {
        return "p50 %.1f ms, p99 %.1f ms, %,d in all"
                .formatted(millis(times, 50), millis(times, 99), times.getTotalCount());
    }

    private static double millis(Histogram times, double percentile) {
        return rounded(times.getValueAtPercentile(percentile) / 1000.0);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
