package io.adskull.token.refresh;

import java.time.Duration;
import java.time.Instant;

/// When a token is renewed: ahead of its end, and not all tokens of one minute in one minute.
///
/// @param longestLead ahead of the end at most, before spreading
/// @param leadShare the lead as a share of the lifetime, for tokens that live shortly
/// @param shortestAge no token is renewed younger than this
public record RefreshSchedule(Duration longestLead, double leadShare, Duration shortestAge) {
    /// How much of the lead the spreading may add.
    private static final double SPREAD = 0.25;

    public RefreshSchedule {
        if (leadShare <= 0 || leadShare >= 0.8) {
            throw new IllegalArgumentException(
                    "adskull.refresh.lead-share=" + leadShare + " must be more than 0 and less than 0.8");
        }
    }

    static RefreshSchedule of(RefreshSettings settings) {
        return new RefreshSchedule(settings.longestLead(), settings.leadShare(), settings.shortestAge());
    }

    /// Before the end by the lead, and by up to a quarter of it more.
    ///
    /// @param chance from 0 to 1, new for every token
    public Instant refreshAt(Instant issuedAt, Duration lifetime, double chance) {
        Duration lead = shorter(longestLead, scaled(lifetime, leadShare));
        Instant wished = issuedAt.plus(lifetime).minus(lead).minus(scaled(lead, SPREAD * chance));
        Instant earliest = issuedAt.plus(shortestAge);
        return wished.isBefore(earliest) ? earliest : wished;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }
}
