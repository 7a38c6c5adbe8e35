package io.adskull.poller.probe;

import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.access.AccessToken;

/// How one probe ended.
public sealed interface ProbeResult {

    /// @param token the one that was used
    record Published(ApiResponse answer, AccessToken token) implements ProbeResult {}

    /// The platform answered, but Kafka did not take it.
    record NotPublished() implements ProbeResult {}

    /// The platform is left alone for now.
    record NotAsked() implements ProbeResult {}

    /// The call waited so long for its token that its place among the calls has passed: whoever waited with it would
    /// now call at the same moment.
    record Held() implements ProbeResult {}

    /// @param dead whether only a person can bring the token back
    record NoToken(boolean dead) implements ProbeResult {}
}
