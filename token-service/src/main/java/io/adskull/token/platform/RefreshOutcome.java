package io.adskull.token.platform;

import java.time.Duration;
import java.util.Optional;

/// What became of a wish for new tokens.
public sealed interface RefreshOutcome {

    record Fresh(IssuedTokens issued) implements RefreshOutcome {}

    /// The platform said no, and the same tokens may work later with nobody acting.
    ///
    /// @param retryAfter when the platform or the catalogue says how long to wait
    record Transient(String why, Optional<Duration> retryAfter) implements RefreshOutcome {}

    /// Nobody knows what the platform did: the refresh token that it was shown may be used up.
    record NoAnswer(String why) implements RefreshOutcome {}

    /// The platform was not asked: it is left alone for a while.
    record NotAsked(Duration retryAfter) implements RefreshOutcome {}

    /// Only a new consent helps.
    ///
    /// @param certain whether the platform's words leave no doubt
    record Dead(String why, boolean certain) implements RefreshOutcome {}
}
