package io.adskull.dashboard.web;

import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.IncidentView;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is known of a re-test that somebody asked for.
///
/// @param address where to ask whether more is known
/// @param waiting whether more will be known soon
public record RetestAnswer(String address, boolean waiting, String words) {
    /// A platform answers in seconds, or the poller waits its turn.
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// Then a page that was left open is not about this re-test any more.
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    static RetestAnswer of(IncidentView incident, Instant askedAt, Instant now) {
        String address = Words.retestAddress(incident) + "?asked=" + askedAt;
        if (!incident.open()) {
            return new RetestAnswer(address, false, "Answered: it works again.");
        }
        if (incident.lastSeenAt().isAfter(askedAt)) {
            return new RetestAnswer(address, false, "Answered: it still fails.");
        }
        return now.isBefore(askedAt.plus(PATIENCE))
                ? new RetestAnswer(address, true, "Asked, waiting for the answer…")
                : new RetestAnswer(
                        address,
                        false,
                        "Nothing has changed so far: it still fails the same way, or "
                                + incident.platform().displayName() + " has not answered yet.");
    }

    static RetestAnswer of(AccountView account, Instant askedAt, Instant now) {
        String address = Words.retestAddress(account) + "?asked=" + askedAt;
        return now.isBefore(askedAt.plus(PATIENCE))
                ? new RetestAnswer(address, true, "Asked, waiting for the answers…")
                : new RetestAnswer(
                        address,
                        false,
                        "Every part was asked for. What has changed stands here, the rest is as before.");
    }

    /// When it was asked for, as an address says it; empty when it says nothing, or that is long ago or yet to come.
    static Optional<Instant> asked(Optional<String> text, Instant now) {
        try {
            return text.map(Instant::parse).filter(at -> !at.isAfter(now) && at.isAfter(now.minus(FORGOTTEN)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
