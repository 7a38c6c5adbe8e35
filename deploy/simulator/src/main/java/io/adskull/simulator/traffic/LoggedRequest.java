package io.adskull.simulator.traffic;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of `GET /simulator/requests`.
///
/// @param code the platform's own code inside the body
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoggedRequest(
        Instant time,
        String platform,
        String method,
        String path,
        Map<String, String> query,
        @Nullable String account,
        int status,
        @Nullable Integer code,
        @Nullable String faultId) {}
