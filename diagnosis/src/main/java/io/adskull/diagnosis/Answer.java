package io.adskull.diagnosis;

import io.adskull.contract.account.Platform;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a platform answered to one call, or why it did not.
///
/// @param endpoint path or address of the call, if known
/// @param httpStatus empty when no answer came or the status was not recorded
/// @param transportError why no answer came, such as `timeout`
/// @param headers of the answer; names in lower case
public record Answer(
        Platform platform,
        Optional<String> endpoint,
        Optional<Integer> httpStatus,
        Optional<String> transportError,
        Map<String, String> headers,
        byte[] body) {

    public Answer {
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /// The same with the HTTP status that it tells elsewhere.
    public Answer withStatus(int status) {
        return new Answer(platform, endpoint, Optional.of(status), transportError, headers, body);
    }
}
