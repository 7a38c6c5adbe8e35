package io.adskull.benchmarks.poller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `/q/metrics` says at one moment, in Prometheus' text format.
record Metrics(List<Sample> samples) {
    private static final Pattern LINE = Pattern.compile("([a-z_]+)(\\{[^}]*})? ([0-9.E+-]+)");
    private static final Pattern UPPER_BOUND = Pattern.compile("le=\"([0-9.E+-]+)\"");

    record Sample(String name, String labels, double value) {}

    static Metrics read(String text) {
        List<Sample> samples = new ArrayList<>();
        text.lines().forEach(line -> {
            Matcher sample = LINE.matcher(line);
            if (sample.matches()) {
                samples.add(new Sample(
                        sample.group(1),
                        Optional.ofNullable(sample.group(2)).orElse(""),
                        Double.parseDouble(sample.group(3))));
            }
        });
        return new Metrics(samples);
    }

    double sum(String name) {
        return sum(name, "");
    }

    /// @param label as it stands there, such as `outcome="healthy"`
    double sum(String name, String label) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && sample.labels().contains(label))
                .mapToDouble(Sample::value)
                .sum();
    }

    /// How many of a histogram's values were at most `bound` or a little less: at most the largest upper bound of a
    /// bucket that is not above it.
    double within(String histogram, double bound) {
        return samples.stream()
                .filter(sample -> sample.name().equals(histogram + "_bucket") && upperBound(sample) <= bound)
                .mapToDouble(Sample::value)
                .max()
                .orElse(0);
    }

    private static double upperBound(Sample sample) {
        Matcher bound = UPPER_BOUND.matcher(sample.labels());
        return bound.find() ? Double.parseDouble(bound.group(1)) : Double.POSITIVE_INFINITY;
    }
}
