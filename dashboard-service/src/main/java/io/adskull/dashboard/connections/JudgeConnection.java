package io.adskull.dashboard.connections;

import io.adskull.dashboard.overview.ConnectionView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a connection stands, by the last that was heard of it; pure.
final class JudgeConnection {
    /// As far ahead as token-service tells an end.
    static final Duration SOON = Duration.ofDays(30);

    private JudgeConnection() {}

    /// @param heard empty until something was heard of its credentials
    static Standing standing(Optional<ConnectionView> heard, List<NeededScope> scopes, Instant now) {
        boolean lacking = scopes.stream().anyMatch(scope -> !scope.granted());
        Standing otherwise = lacking ? Standing.LACKING : Standing.WORKING;
        return heard.map(last -> standing(last, otherwise, now)).orElse(otherwise);
    }

    private static Standing standing(ConnectionView last, Standing otherwise, Instant now) {
        if (last.change().equals("DISCONNECTED")) {
            return Standing.DISCONNECTED;
        }
        if (last.dead()) {
            return Standing.LOST;
        }
        if (unwatched(last, now)) {
            return Standing.UNWATCHED;
        }
        if (last.endsAt() != null && last.endsAt().isBefore(now.plus(SOON))) {
            return Standing.ENDING;
        }
        return last.change().equals("REFRESH_FAILED") ? Standing.FAILING : otherwise;
    }

    /// Also where the access ended after the last failure was told.
    private static boolean unwatched(ConnectionView last, Instant now) {
        return last.unwatchedSince().isPresent()
                || (last.change().equals("REFRESH_FAILED")
                        && last.expiresAt() != null
                        && !now.isBefore(last.expiresAt()));
    }
}
