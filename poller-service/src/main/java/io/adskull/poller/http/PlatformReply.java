package io.adskull.poller.http;

import java.time.Duration;
import java.util.Map;

/// How a call to a platform ended.
public sealed interface PlatformReply {

    /// @param headers those worth keeping, names in lower case
    /// @param body at most `ApiResponse.MAX_BODY_BYTES`
    /// @param truncated whether there was more
    record Answered(int status, Map<String, String> headers, byte[] body, boolean truncated, Duration took)
            implements PlatformReply {}

    record Unanswered(TransportFailure why, Duration took) implements PlatformReply {}

    /// The circuit to the platform is open after too many calls without an answer: nothing was sent.
    record NotAsked() implements PlatformReply {}
}
