package io.adskull.token.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// When a token is renewed: well ahead of its end, and not all tokens of one minute in one minute. Pure.
///
/// Tokens that were issued in the same minute, by consents or after an outage, get their first refresh at any moment of
/// their useful life; from then on each keeps its own time. So they stay apart for good, at no more calls than one a
/// life.
///
/// @param lead ahead of the end at least
/// @param leadShare the same as a share of the life
/// @param leadOfMonths the least for tokens that live for months
/// @param shortestAge no token is renewed younger than this
public record RefreshSchedule(Duration lead, double leadShare, Duration leadOfMonths, Duration shortestAge) {
    private static final Duration MONTHS = Duration.ofDays(30);
    private static final double MOST_OF_A_LIFE = 0.5;

    /// By so much of its age a refresh comes earlier at times: enough to keep what met by chance from staying together.
    private static final double JITTER = 0.05;

    public RefreshSchedule {
        if (leadShare <= 0 || leadShare > MOST_OF_A_LIFE) {
            throw new IllegalArgumentException(
                    "adskull.refresh.lead-share=" + leadShare + " must be more than 0 and at most " + MOST_OF_A_LIFE);
        }
    }

    static RefreshSchedule of(RefreshSettings settings) {
        return new RefreshSchedule(
                settings.lead(), settings.leadShare(), settings.leadOfMonths(), settings.shortestAge());
    }

    /// Of tokens that came together with others: at any moment from [#shortestAge] to where a steady one would come. So
    /// the first refreshes fade out just as the second ones set in.
    ///
    /// @param wished lead of the token system, where it has a wish
    /// @param chance from 0 to 1, new each time it is asked
    public Instant spread(Instant issuedAt, Duration lifetime, Optional<Duration> wished, DoubleSupplier chance) {
        Duration steady = Duration.between(issuedAt, steady(issuedAt, lifetime, wished, chance));
        return issuedAt.plus(longer(scaled(steady, chance.getAsDouble()), shorter(shortestAge, steady)));
    }

    /// Of a token that was renewed in its own time.
    public Instant steady(Instant issuedAt, Duration lifetime, Optional<Duration> wished, DoubleSupplier chance) {
        Duration latest = latestAge(lifetime, wished);
        Duration age = latest.minus(scaled(latest, JITTER * chance.getAsDouble()));
        return issuedAt.plus(longer(age, shorter(shortestAge, latest)));
    }

    /// An age at which a token has not ended; of lifetimes that make no sense, [#shortestAge].
    private Duration latestAge(Duration lifetime, Optional<Duration> wished) {
        Duration ahead = longer(wished.orElse(lead), scaled(lifetime, leadShare));
        if (lifetime.compareTo(MONTHS) >= 0) {
            ahead = longer(ahead, leadOfMonths);
        }
        Duration age = lifetime.minus(shorter(ahead, scaled(lifetime, MOST_OF_A_LIFE)));
        return age.isPositive() && age.compareTo(shortestAge.dividedBy(2)) > 0 ? age : shortestAge;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }
}
