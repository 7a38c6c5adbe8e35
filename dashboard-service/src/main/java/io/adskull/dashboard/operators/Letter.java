package io.adskull.dashboard.operators;

import io.adskull.contract.DeadLetter;
import io.adskull.contract.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// A record that some service could not read, as far as a person needs it; also its JSON.
///
/// @param topic the one it was read from, without the environment's prefix
/// @param partition of the dead letter itself, as is the offset
/// @param at when it was put aside
/// @param reason as the service wrote it
/// @param source where it was read from, such as `accounts, partition 3, offset 17`
/// @param type the event's type, where it names one
/// @param size of the value; null for a tombstone
/// @param text the value's beginning
/// @param cut whether the value goes on
/// @param replayed null until somebody published it again
public record Letter(
        String topic,
        int partition,
        long offset,
        Instant at,
        String reason,
        String source,
        @Nullable String type,
        @Nullable String key,
        @Nullable Integer size,
        String text,
        boolean cut,
        @Nullable Replayed replayed) {
    static final int SHOWN_BYTES = 2 << 10;

    static Letter of(Topic origin, ConsumerRecord<byte[], byte[]> record, @Nullable Replayed replayed) {
        byte[] value = record.value();
        return new Letter(
                origin.name(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                header(record, DeadLetter.REASON).orElse("no reason was given"),
                origin.name() + ", partition "
                        + header(record, DeadLetter.PARTITION).orElse("unknown") + ", offset "
                        + header(record, DeadLetter.OFFSET).orElse("unknown"),
                header(record, "ce_type").orElse(null),
                record.key() == null ? null : text(record.key(), SHOWN_BYTES),
                value == null ? null : value.length,
                value == null ? "" : text(value, SHOWN_BYTES),
                value != null && value.length > SHOWN_BYTES,
                replayed);
    }

    /// What addresses of it end with.
    public String path() {
        return topic + "/" + partition + "/" + offset;
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(text(header.value(), SHOWN_BYTES));
    }

    /// What is no text stands there as a sign for it; no control character reaches a page.
    private static String text(byte[] bytes, int limit) {
        byte[] first = Arrays.copyOf(bytes, Math.min(limit, bytes.length));
        return StandardCharsets.UTF_8
                .decode(ByteBuffer.wrap(first))
                .toString()
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
    }
}
