package io.adskull.dashboard.connections;

import io.adskull.dashboard.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list and where the next one starts; also its JSON.
///
/// @param next what `after` must be to go on; null at the end
public record Part<T>(List<T> items, @Nullable String next) {
    private static final int MAX_LIMIT = 200;

    /// @param fetched one more than is wanted, where there is more
    static <T> Part<T> of(List<T> fetched, int limit, Function<T, String> id) {
        boolean more = fetched.size() > limit;
        List<T> items = more ? fetched.subList(0, limit) : fetched;
        return new Part<>(items, more ? id.apply(items.getLast()) : null);
    }

    /// What of a whole list stands behind the one with this id.
    ///
    /// @throws Problem when none has it
    static <T> List<T> behind(List<T> all, Optional<String> after, Function<T, String> id) {
        if (after.isEmpty()) {
            return all;
        }
        int last = all.stream().map(id).toList().indexOf(after.get());
        if (last < 0) {
            throw unknown();
        }
        return all.subList(last + 1, all.size());
    }

    static Problem unknown() {
        return Problem.badRequest("after must be what next was in the answer before; leave it out to start again.");
    }

    static int limit(Optional<String> asked, int otherwise) {
        try {
            int limit = asked.map(Integer::parseInt).orElse(otherwise);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw Problem.badRequest("limit must be a number from 1 to " + MAX_LIMIT + ".");
    }
}
