package io.adskull.contract;

import io.adskull.contract.account.AccountKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The envelope of every message: a CloudEvent 1.0 in Kafka's binary mode, whose attributes travel as `ce_*`
/// headers.
///
/// @param id deterministic where a replay could repeat the event, so that consumers can drop repeats
/// @param type `io.adskull.<event>.v<version>`
/// @param source the service that wrote it, such as `/classifier-service`
/// @param subject what it is about: an account key or a connection id
/// @param time when it happened
/// @param tenant the customer of the SaaS that it belongs to
public record CloudEvent(String id, String type, String source, String subject, Instant time, String tenant) {
    private static final String PREFIX = "ce_";

    /// The headers of this event, ready to be sent; order is stable.
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        putInto(headers);
        return headers;
    }

    /// The same, for those who add headers of their own.
    public void putInto(Map<String, String> headers) {
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", source);
        headers.put("ce_subject", subject);
        headers.put("ce_time", time.toString());
        headers.put("ce_tenant", tenant);
    }

    /// Reads the envelope back.
    ///
    /// @throws UnreadableEvent when an attribute is missing or is not what CloudEvents says it must be
    public static CloudEvent from(Map<String, String> headers) {
        return new CloudEvent(
                required(headers, "id"),
                required(headers, "type"),
                required(headers, "source"),
                required(headers, "subject"),
                time(required(headers, "time")),
                required(headers, "tenant"));
    }

    /// The account that this event is about.
    ///
    /// @throws UnreadableEvent when the subject is not an account key
    public AccountKey account() {
        return AccountKey.parse(subject);
    }

    /// A header's value as text; Kafka carries bytes.
    public static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    static String required(Map<String, String> headers, String attribute) {
        return Optional.ofNullable(headers.get(PREFIX + attribute))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new UnreadableEvent("header " + PREFIX + attribute + " is missing"));
    }

    private static Instant time(String value) {
        try {
            return Instant.parse(value);
        } catch (java.time.format.DateTimeParseException e) {
            throw new UnreadableEvent("header ce_time is not an RFC 3339 time: " + value);
        }
    }
}
