package io.adskull.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where and on what figures were measured; without it they say little.
///
/// @param busy the load average of the last minute, as the machine was not idle; negative when not known
public record Machine(String processor, int cores, String os, String jdk, double busy, Instant at, String commit) {

    public static Machine here() {
        var os = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                model(),
                Runtime.getRuntime().availableProcessors(),
                os.getName() + " " + os.getVersion() + " " + os.getArch(),
                System.getProperty("java.vendor.version", "") + " " + Runtime.version(),
                Math.round(os.getSystemLoadAverage() * 100) / 100.0,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                git());
    }

    Map<String, Object> described() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("processor", processor);
        described.put("cores", cores);
        described.put("os", os);
        described.put("jdk", jdk.strip());
        described.put("load_before", busy);
        described.put("measured_at", at.toString());
        return described;
    }

    String sentence() {
        return "%s, %d cores, %s, JDK %s, load before %s, %s, commit %s"
                .formatted(processor, cores, os, jdk.strip(), busy, at, commit);
    }

    private static String model() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }

    private static String git() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=10")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? "unknown" : said;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
