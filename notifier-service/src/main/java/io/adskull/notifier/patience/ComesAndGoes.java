package io.adskull.notifier.patience;

import io.adskull.notifier.channel.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something broke and was well again, over and over: to say so each time helps nobody. Pure.
///
/// @param times how often
/// @param since when it first broke
public record ComesAndGoes(int times, Instant since) {
    /// What happened longer ago is another story.
    public static final Duration MEMORY = Duration.ofHours(6);

    /// How long it must last to be told once more: longer than what a platform's hiccup or a re-test takes.
    public static final Duration LASTING = Duration.ofMinutes(30);

    /// So often people are told of it before they have heard enough.
    private static final int ENOUGH = 3;

    /// Once that it broke and was well again.
    ///
    /// @param told whether anybody heard of it
    public record Episode(Instant openedAt, boolean told) {}

    /// @param over what is over since no longer than [#MEMORY]
    public static Optional<ComesAndGoes> of(List<Episode> over) {
        return over.stream().filter(Episode::told).count() < ENOUGH
                ? Optional.empty()
                : over.stream()
                        .map(Episode::openedAt)
                        .min(Instant::compareTo)
                        .map(first -> new ComesAndGoes(over.size(), first));
    }

    public String sentence() {
        return "This has come and gone " + times + " times since " + Wording.time(since) + ".";
    }
}
