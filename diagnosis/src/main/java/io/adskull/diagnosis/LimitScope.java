package io.adskull.diagnosis;

/// By what a platform counts calls, so who must wait when it has had too many.
public enum LimitScope {
    /// The developer app, or its developer token: everybody's calls together.
    APP,
    /// One connection's token.
    CONNECTION,
    ACCOUNT,
    /// One path, for one account.
    ENDPOINT
}
