package io.adskull.notifier.directory;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who hears of what nobody reacts to. Pure.
///
/// @param after how long after it was told
/// @param to destinations, at least one
record Escalation(Duration after, List<UUID> to) {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST = 20;

    Escalation {
        to = List.copyOf(to);
    }

    /// What a person asked for; what is null stays as it was, and an empty list is nobody.
    ///
    /// @param others destinations of the tenant that can be named
    /// @throws BadRequest when it cannot be done
    static Optional<Escalation> asked(
            @Nullable List<UUID> to, @Nullable String after, Set<UUID> others, Optional<Escalation> known) {
        List<UUID> wanted = to == null
                ? known.map(Escalation::to).orElse(List.of())
                : to.stream().distinct().toList();
        if (wanted.isEmpty()) {
            if (to == null && after != null) {
                throw new BadRequest(
                        "escalateTo is missing: who hears of it when nobody reacts? See GET" + " /api/destinations.");
            }
            return Optional.empty();
        }
        Set<UUID> strange = new HashSet<>(wanted);
        strange.removeAll(others);
        if (wanted.size() > MOST || !strange.isEmpty()) {
            throw new BadRequest(
                    strange.isEmpty()
                            ? "escalateTo has " + MOST + " destinations at most."
                            : "escalateTo names " + strange.iterator().next()
                                    + ", which is no other destination of yours, see GET /api/destinations.");
        }
        return Optional.of(new Escalation(
                Optional.ofNullable(after)
                        .map(Escalation::length)
                        .or(() -> known.map(Escalation::after))
                        .orElseThrow(() -> new BadRequest(
                                "escalateAfter is missing: how long people have to react, such as PT30M.")),
                wanted));
    }

    private static Duration length(String text) {
        try {
            Duration length = Duration.parse(text);
            if (length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0) {
                return length;
            }
        } catch (DateTimeException e) {
            // Said below as well.
        }
        throw new BadRequest("escalateAfter is a length of time from PT5M (five minutes) to P7D (seven days).");
    }
}
