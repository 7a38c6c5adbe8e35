package io.adskull.simulator.traffic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What goes back over the wire.
///
/// @param code the platform's own code inside the body, for the log
/// @param dropped close the connection instead of answering
/// @param faultId the fault that ordered this answer
public record Answer(
        int status,
        Map<String, String> headers,
        String body,
        OptionalInt code,
        Duration delay,
        boolean dropped,
        Optional<String> faultId) {

    public static Answer json(int status, String body, OptionalInt code) {
        return new Answer(
                status, Map.of("Content-Type", "application/json"), body, code, Duration.ZERO, false, Optional.empty());
    }

    public static Answer text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body);
    }

    public static Answer html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body);
    }

    private static Answer of(int status, String contentType, String body) {
        return new Answer(
                status,
                Map.of("Content-Type", contentType),
                body,
                OptionalInt.empty(),
                Duration.ZERO,
                false,
                Optional.empty());
    }

    /// What is left of the platform's own answer once this order has come over it: nothing when the connection is
    /// dropped or the order has words of its own, else the platform's words, late.
    public Answer after(Answer truth) {
        return dropped || status != 200 || !body.isEmpty()
                ? this
                : new Answer(truth.status, truth.headers, truth.body, truth.code, delay, false, faultId);
    }

    /// This answer with a header, unless it has one of that name already.
    public Answer withDefaultHeader(String name, String value) {
        if (headers.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
            return this;
        }
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, code, delay, dropped, faultId);
    }
}
