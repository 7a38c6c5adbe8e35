package io.adskull.benchmarks;

import org.jspecify.annotations.Nullable;

/// What a figure may be at most, or must be at least.
public record Goal(Bound bound, double value) {

    public enum Bound {
        AT_MOST("at_most", "≤"),
        AT_LEAST("at_least", "≥");

        final String id;
        final String sign;

        Bound(String id, String sign) {
            this.id = id;
            this.sign = sign;
        }
    }

    public static Goal atMost(double value) {
        return new Goal(Bound.AT_MOST, value);
    }

    public static Goal atLeast(double value) {
        return new Goal(Bound.AT_LEAST, value);
    }

    /// What was not measured meets nothing.
    boolean isMetBy(@Nullable Double figure) {
        if (figure == null) {
            return false;
        }
        return switch (bound) {
            case AT_MOST -> figure <= value;
            case AT_LEAST -> figure >= value;
        };
    }
}
