package io.adskull.poller.access;

/// What token-service says about a connection's token.
public sealed interface TokenAnswer {

    record Granted(AccessToken token) implements TokenAnswer {}

    /// Nobody but a person can bring it back, so the platform is not called.
    record Dead(String why) implements TokenAnswer {}

    /// Nothing is known just now; ask again later.
    record Unavailable(String why) implements TokenAnswer {}
}
