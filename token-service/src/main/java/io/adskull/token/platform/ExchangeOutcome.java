package io.adskull.token.platform;

/// What became of a code.
public sealed interface ExchangeOutcome {

    record Granted(Grant grant) implements ExchangeOutcome {}

    /// The person said no.
    record Cancelled() implements ExchangeOutcome {}

    /// The consent is valid and reaches no ad account at all, so there is nothing to watch.
    record NothingGranted(String businessName) implements ExchangeOutcome {}

    /// @param reason the platform's words or ours, for the log and the page; never a secret
    record Refused(String reason) implements ExchangeOutcome {}
}
