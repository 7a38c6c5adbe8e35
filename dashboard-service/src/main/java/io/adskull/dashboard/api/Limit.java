package io.adskull.dashboard.api;

import io.adskull.dashboard.problem.Problem;
import java.util.Optional;

/// How much of a list one answer holds.
final class Limit {
    private static final int DEFAULT = 1_000;
    private static final int MOST = 10_000;

    private Limit() {}

    static int of(Optional<String> asked) {
        return asked.map(Limit::parse).orElse(DEFAULT);
    }

    private static int parse(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw Problem.badRequest("limit must be a number from 1 to " + MOST + ".");
    }
}
