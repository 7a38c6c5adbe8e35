package io.adskull.simulator.oauth.grant;

import java.util.Optional;

/// What a code or token is worth at this moment.
public sealed interface GrantState {
    record Alive(Grant grant) implements GrantState {}

    record Expired(Grant grant) implements GrantState {}

    record Revoked(Grant grant) implements GrantState {}

    record Used(Grant grant) implements GrantState {}

    /// Not ours, or not of the kind that was expected.
    record Unknown() implements GrantState {}

    /// The person behind it, whatever it is worth.
    default Optional<Grant> known() {
        return switch (this) {
            case Alive(Grant grant) -> Optional.of(grant);
            case Expired(Grant grant) -> Optional.of(grant);
            case Revoked(Grant grant) -> Optional.of(grant);
            case Used(Grant grant) -> Optional.of(grant);
            case Unknown() -> Optional.empty();
        };
    }
}
