package io.adskull.simulator.tiktok.grant;

/// What a code or token is worth at this moment.
public sealed interface GrantState {
    record Alive(Grant grant) implements GrantState {}

    record Expired(Grant grant) implements GrantState {}

    record Revoked(Grant grant) implements GrantState {}

    record Used(Grant grant) implements GrantState {}

    /// Not ours, or not of the kind that was expected.
    record Unknown() implements GrantState {}
}
