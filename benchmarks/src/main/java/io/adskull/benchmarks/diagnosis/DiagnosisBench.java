package io.adskull.benchmarks.diagnosis;

import io.adskull.benchmarks.Goal;
import io.adskull.benchmarks.Machine;
import io.adskull.benchmarks.Report;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs both benchmarks of the diagnosis and sums them up. All times are medians in microseconds on one core.
public final class DiagnosisBench {
    private static final double NANOS = 1_000;

    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Map<String, Double> reference = new LinkedHashMap<>();
    private final Map<String, Double> ratios = new LinkedHashMap<>();

    private DiagnosisBench() {}

    public static Report run(PrintStream talk) {
        Machine machine = Machine.here();
        talk.println("Measuring the diagnosis, three to four minutes …");
        String[] shapes = Arrays.stream(HealthyBody.values())
                .filter(HealthyBody::isRecognised)
                .map(HealthyBody::name)
                .toArray(String[]::new);
        Collection<RunResult> healthy = measured(HealthyAnswerBenchmark.class, talk, "shape", shapes);
        Collection<RunResult> failing = measured(FailingAnswerBenchmark.class, talk, "platform", "all");
        return new DiagnosisBench().report(healthy, failing, machine);
    }

    private Report report(Collection<RunResult> healthy, Collection<RunResult> failing, Machine machine) {
        add("healthy_body_us", of(healthy, "diagnose"), of(healthy, "readTree"));
        figures.put(
                "healthy_body_slowest_shape_us",
                each(of(healthy, "diagnose")).max().orElseThrow());
        add("error_body_us", of(failing, "repeated"), of(failing, "readTree"));
        add("error_body_never_seen_us", of(failing, "neverSeen"), of(failing, "readTree"));
        figures.put("error_body_p99_us", at(of(failing, "repeated"), 99));
        figures.put("error_body_never_seen_p99_us", at(of(failing, "neverSeen"), 99));
        bytes("healthy_body_allocated_bytes", of(healthy, "diagnose"), of(healthy, "readTree"));
        bytes("error_body_allocated_bytes", of(failing, "repeated"), of(failing, "readTree"));
        figures.put("healthy_shapes_not_recognised", 0.0);
        for (HealthyBody shape : HealthyBody.values()) {
            if (!shape.isRecognised()) {
                figures.merge("healthy_shapes_not_recognised", 1.0, Double::sum);
                continue;
            }
            add(
                    "healthy_" + shape.name().toLowerCase(Locale.ROOT) + "_us",
                    of(healthy, "diagnose").filter(result -> isOf(result, shape)),
                    of(healthy, "readTree").filter(result -> isOf(result, shape)));
        }
        return new Report(
                "diagnosis",
                figures,
                reference,
                ratios,
                Map.of(
                        "healthy_body_us", Goal.atMost(1.0),
                        "healthy_shapes_not_recognised", Goal.atMost(0.0),
                        "error_body_us", Goal.atMost(10.0),
                        "error_body_never_seen_us", Goal.atMost(10.0),
                        "healthy_body_allocated_bytes", Goal.atMost(1024.0)),
                machine);
    }

    private void add(String name, Stream<RunResult> ours, Stream<RunResult> jacksons) {
        put(name, middle(each(ours)), middle(each(jacksons)));
    }

    private void bytes(String name, Stream<RunResult> ours, Stream<RunResult> jacksons) {
        put(name, allocated(ours), allocated(jacksons));
    }

    private void put(String name, double ours, double jacksons) {
        figures.put(name, rounded(ours));
        reference.put(name, rounded(jacksons));
        ratios.put(name, rounded(ours / jacksons));
    }

    /// The median of each result, in microseconds.
    private static java.util.stream.DoubleStream each(Stream<RunResult> results) {
        return results.mapToDouble(
                result -> rounded(result.getPrimaryResult().getStatistics().getPercentile(50) / NANOS));
    }

    private static double middle(java.util.stream.DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double at(Stream<RunResult> results, double percent) {
        return middle(results.mapToDouble(
                result -> rounded(result.getPrimaryResult().getStatistics().getPercentile(percent) / NANOS)));
    }

    /// The most of all, as a promise about each must hold for all.
    private static double allocated(Stream<RunResult> results) {
        return results.mapToDouble(result -> Objects.requireNonNull(
                                result.getSecondaryResults().get("gc.alloc.rate.norm"), "allocation")
                        .getScore())
                .max()
                .orElseThrow();
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static Stream<RunResult> of(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method));
    }

    private static boolean isOf(RunResult result, HealthyBody shape) {
        return result.getParams().getParam("shape").equals(shape.name());
    }

    /// JMH's own report goes to standard output; here that belongs to ours.
    private static Collection<RunResult> measured(
            Class<?> benchmark, PrintStream talk, String parameter, String... values) {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8));
        try {
            return new Runner(new OptionsBuilder()
                            .include(benchmark.getName())
                            .param(parameter, values)
                            .addProfiler(GCProfiler.class)
                            .jvmArgs("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m")
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException(benchmark.getSimpleName() + " broke", e);
        } finally {
            System.setOut(out);
            talk.println("  " + benchmark.getSimpleName() + " done");
        }
    }
}
