package io.adskull.token.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Until when an access token may be handed out: whoever gets it needs a moment to use it, and clocks differ. Pure.
public final class UsableLife {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration LEAST_MARGIN = Duration.ofSeconds(5);

    /// Of tokens that live for minutes, more than this share would leave nothing to use.
    private static final int SHARE = 10;

    private UsableLife() {}

    /// @param end empty when the token does not end by time
    public static boolean isUsable(Instant issuedAt, Optional<Instant> end, Instant now) {
        return end.map(day -> now.isBefore(day.minus(margin(Duration.between(issuedAt, day)))))
                .orElse(true);
    }

    private static Duration margin(Duration lifetime) {
        Duration share = lifetime.dividedBy(SHARE);
        Duration margin = share.compareTo(MARGIN) < 0 ? share : MARGIN;
        return margin.compareTo(LEAST_MARGIN) < 0 ? LEAST_MARGIN : margin;
    }
}
