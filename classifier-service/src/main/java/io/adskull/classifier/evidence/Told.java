package io.adskull.classifier.evidence;

import io.adskull.contract.remediation.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a call's newest telling answer said. A rate limit, an outage and what nobody understands tell nothing.
///
/// @param cause null: the call works
/// @param since when the unbroken run of working, or of not working, began
public record Told(Instant at, @Nullable Cause cause, Instant since) {

    public boolean works() {
        return cause == null;
    }

    /// Whether the platform refused the token itself; whatever else it says, it took the token.
    public boolean refusesToken() {
        return cause != null && cause.reach() == Cause.Reach.CONNECTION;
    }
}
