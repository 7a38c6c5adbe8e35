package io.adskull.dashboard.projection;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// A record as it came from a topic, its headers as text.
///
/// @param at when the broker or producer stamped it; the event's own time stands in the envelope
record Arrival(Optional<String> key, Map<String, String> headers, Optional<byte[]> value, Instant at) {

    static Arrival of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new Arrival(
                Optional.ofNullable(record.key()),
                headers,
                Optional.ofNullable(record.value()),
                Instant.ofEpochMilli(record.timestamp()));
    }

    /// @throws io.adskull.contract.UnreadableEvent when an attribute is missing
    CloudEvent envelope() {
        return CloudEvent.from(headers);
    }

    /// @throws io.adskull.contract.UnreadableEvent when the value is not this event
    <T> T read(Class<T> type) {
        return EventJson.read(value.orElse(new byte[0]), type);
    }
}
