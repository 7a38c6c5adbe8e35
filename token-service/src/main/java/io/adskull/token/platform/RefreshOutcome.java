package io.adskull.token.platform;

import java.time.Duration;
import java.util.Optional;

/// What became of a wish for new tokens.
public sealed interface RefreshOutcome {

    record Fresh(IssuedTokens issued) implements RefreshOutcome {}

    /// It may work later with nobody acting.
    ///
    /// @param retryAfter when the platform or the catalogue says how long to wait
    record Transient(String why, Optional<Duration> retryAfter) implements RefreshOutcome {}

    /// Only a new consent helps.
    record Dead(String why) implements RefreshOutcome {}
}
