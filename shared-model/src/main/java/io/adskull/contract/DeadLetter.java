package io.adskull.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/// Why a record was put aside and where it stood: headers of a record in a dead-letter topic, beside those it came
/// with.
///
/// @param reason one sentence for a person: what was wrong with the record
/// @param topic the one it was read from, with the environment's prefix
public record DeadLetter(String reason, String topic, int partition, long offset) {
    public static final String REASON = "dead-letter-reason";
    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";

    /// The headers to add; order is stable.
    public Map<String, byte[]> headers() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put(REASON, CloudEvent.bytes(reason));
        headers.put(TOPIC, CloudEvent.bytes(topic));
        headers.put(PARTITION, CloudEvent.bytes(Integer.toString(partition)));
        headers.put(OFFSET, CloudEvent.bytes(Long.toString(offset)));
        return headers;
    }
}
