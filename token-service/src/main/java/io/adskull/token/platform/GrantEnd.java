package io.adskull.token.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The end after which only a person's new consent helps, whatever a machine renews: of the refresh token, of an access
/// token that nothing renews, or of the access to a person's data. Lengths of time count from when the platform was
/// asked.
public sealed interface GrantEnd {

    /// No such end is known.
    record None() implements GrantEnd {}

    record After(Duration time) implements GrantEnd {}

    /// A renewal left it where it was.
    ///
    /// @param longest what bounds it all the same
    record AsBefore(Optional<Duration> longest) implements GrantEnd {}

    static GrantEnd after(Optional<Duration> time) {
        return time.<GrantEnd>map(After::new).orElseGet(None::new);
    }

    /// How long from when the platform was asked, at most; empty when that cannot be said from here.
    default Optional<Duration> length() {
        return switch (this) {
            case None() -> Optional.empty();
            case After(Duration time) -> Optional.of(time);
            case AsBefore(Optional<Duration> longest) -> longest;
        };
    }

    /// @param before of the same consent; empty when there was none, and for a new consent
    default Optional<Instant> at(Instant askedAt, Optional<Instant> before) {
        return switch (this) {
            case None() -> Optional.empty();
            case After(Duration time) -> Optional.of(askedAt.plus(time));
            case AsBefore(Optional<Duration> longest) ->
                Stream.concat(before.stream(), longest.map(askedAt::plus).stream())
                        .min(Instant::compareTo);
        };
    }
}
