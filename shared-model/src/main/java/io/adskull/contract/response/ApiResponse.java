package io.adskull.contract.response;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One answer of a platform, as it came: the record's value is the body, verbatim; all else travels in headers.
/// Request headers and tokens are never part of it.
///
/// @param envelope its subject is the account's key
/// @param path of the endpoint without query, such as `/open_api/v1.3/campaign/get/`
/// @param httpStatus empty when no answer came at all, see `transportError`
/// @param transportError why no answer came: `timeout`, `connection-refused`, `dns`, `tls`, `other`
/// @param httpHeaders names in lower case; only those of [#KEPT_HEADERS] travel
/// @param truncated whether the body was cut at the size cap
/// @param attempt 1 for the first call of a probe
public record ApiResponse(
        CloudEvent envelope,
        Optional<ConnectionId> connection,
        String method,
        String path,
        Optional<Resource> resource,
        Optional<Integer> httpStatus,
        Optional<String> transportError,
        Map<String, String> httpHeaders,
        boolean truncated,
        int attempt,
        Duration duration,
        byte[] body) {
    public static final String EVENT_TYPE = "io.adskull.api-response.v1";

    /// Largest body that is published; a longer one is cut and flagged.
    public static final int MAX_BODY_BYTES = 1 << 20;

    /// Answer headers that help a diagnosis; a trailing `*` stands for any ending.
    public static final java.util.List<String> KEPT_HEADERS = java.util.List.of(
            "content-type",
            "retry-after",
            "www-authenticate",
            "date",
            "location",
            "x-tt-logid",
            "x-tt-trace-id",
            "x-request-id",
            "request-id",
            "x-fb-*",
            "x-app-usage",
            "x-ad-account-usage",
            "x-ad-api-version-warning",
            "x-business-use-case-usage",
            "x-ratelimit-*",
            "x-rate-limit-*",
            "x-account-rate-limit-*",
            "x-cost-rate-limit-*",
            "x-envoy-ratelimited",
            "x-li-*",
            "x-restli-*",
            "x-pinterest-rid",
            "x-amzn-*",
            "x-amz-rid",
            "x-amz-request-id",
            "amazon-advertising-api-throttled");

    // Every header of every answer is looked up, so the list is taken apart once.
    private static final java.util.Set<String> KEPT_WHOLE = KEPT_HEADERS.stream()
            .filter(kept -> !kept.endsWith("*"))
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    private static final java.util.List<String> KEPT_BEGINNINGS = KEPT_HEADERS.stream()
            .filter(kept -> kept.endsWith("*"))
            .map(kept -> kept.substring(0, kept.length() - 1))
            .toList();

    private static final String HTTP_PREFIX = "http_";

    /// There is hardly ever one more.
    private static final int USUAL_HEADERS = 24;

    public ApiResponse {
        httpHeaders = Map.copyOf(httpHeaders);
    }

    public static boolean keepsHeader(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (KEPT_WHOLE.contains(lower)) {
            return true;
        }
        for (String beginning : KEPT_BEGINNINGS) {
            if (lower.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /// All Kafka headers of this answer.
    public Map<String, String> headers() {
        Map<String, String> headers = LinkedHashMap.newLinkedHashMap(USUAL_HEADERS);
        envelope.putInto(headers);
        connection.ifPresent(id -> headers.put("ce_connection", id.toString()));
        headers.put("ce_method", method);
        headers.put("ce_path", path);
        resource.ifPresent(r -> headers.put("ce_resource", r.name()));
        httpStatus.ifPresent(status -> headers.put("ce_httpstatus", Integer.toString(status)));
        transportError.ifPresent(error -> headers.put("ce_transporterror", error));
        headers.put("ce_truncated", Boolean.toString(truncated));
        headers.put("ce_attempt", Integer.toString(attempt));
        headers.put("ce_durationms", Long.toString(duration.toMillis()));
        httpHeaders.forEach((name, value) -> headers.put(HTTP_PREFIX + name, value));
        return headers;
    }

    /// Reads an answer back. Only the envelope, the path and one of status and transport error are needed; the
    /// rest has defaults, because other services of the SaaS hand in answers too.
    ///
    /// @throws UnreadableEvent when one of those is missing or malformed
    public static ApiResponse from(Map<String, String> headers, byte[] body) {
        CloudEvent envelope = CloudEvent.from(headers);
        if (!envelope.type().equals(EVENT_TYPE)) {
            throw new UnreadableEvent("ce_type is \"" + envelope.type() + "\", expected " + EVENT_TYPE);
        }
        envelope.account();
        Optional<Integer> status = number(headers, "ce_httpstatus");
        Optional<String> transportError = Optional.ofNullable(headers.get("ce_transporterror"));
        if (status.isEmpty() && transportError.isEmpty()) {
            throw new UnreadableEvent("one of the headers ce_httpstatus and ce_transporterror is needed");
        }
        if (status.filter(s -> s < 100 || s > 599).isPresent()) {
            throw new UnreadableEvent("header ce_httpstatus must be between 100 and 599");
        }
        Map<String, String> httpHeaders = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (name.startsWith(HTTP_PREFIX)) {
                httpHeaders.put(name.substring(HTTP_PREFIX.length()).toLowerCase(Locale.ROOT), value);
            }
        });
        return new ApiResponse(
                envelope,
                Optional.ofNullable(headers.get("ce_connection")).map(ConnectionId::parse),
                headers.getOrDefault("ce_method", "GET"),
                Optional.ofNullable(headers.get("ce_path"))
                        .filter(path -> !path.isBlank())
                        .orElseThrow(() -> new UnreadableEvent("header ce_path is missing")),
                Optional.ofNullable(headers.get("ce_resource")).map(ApiResponse::resource),
                status,
                transportError,
                httpHeaders,
                Boolean.parseBoolean(headers.get("ce_truncated")),
                number(headers, "ce_attempt").orElse(1),
                Duration.ofMillis(number(headers, "ce_durationms").orElse(0)),
                body);
    }

    private static Resource resource(String name) {
        try {
            return Resource.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("header ce_resource is not a known resource");
        }
    }

    private static Optional<Integer> number(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw new UnreadableEvent("header " + name + " is not a number");
        }
    }
}
