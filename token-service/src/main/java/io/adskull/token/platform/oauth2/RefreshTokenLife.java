package io.adskull.token.platform.oauth2;

import io.adskull.token.platform.GrantEnd;
import java.time.Duration;
import java.util.Optional;

/// How long a platform's refresh tokens live when its answer does not say.
///
/// @param usual empty: they do not end by time
/// @param rolling whether each new refresh token lives that long anew; else all end together, counted from the consent
public record RefreshTokenLife(Optional<Duration> usual, boolean rolling) {

    static final RefreshTokenLife ENDLESS = new RefreshTokenLife(Optional.empty(), false);

    GrantEnd atConsent(Optional<Duration> said) {
        return GrantEnd.after(said.or(() -> usual));
    }

    /// @param newToken whether the answer brought another refresh token
    GrantEnd atRefresh(Optional<Duration> said, boolean newToken) {
        return said.or(() -> usual.filter(life -> rolling && newToken))
                .<GrantEnd>map(GrantEnd.After::new)
                .orElseGet(() -> new GrantEnd.AsBefore(Optional.empty()));
    }
}
