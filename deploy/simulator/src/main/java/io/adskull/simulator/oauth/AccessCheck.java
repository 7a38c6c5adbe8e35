package io.adskull.simulator.oauth;

/// What an access token opens at this moment; each platform words the refusals itself.
public sealed interface AccessCheck {
    record Granted(Caller caller) implements AccessCheck {}

    record Expired(Caller caller) implements AccessCheck {}

    record Revoked(Caller caller) implements AccessCheck {}

    /// Not a token of this platform.
    record Unknown() implements AccessCheck {}

    /// The call carries none.
    record Absent() implements AccessCheck {}
}
