package io.adskull.classifier.topology;

import io.adskull.contract.DeadLetter;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/// Makes the dead letter of a record: the same key, bytes and headers, and why it was refused.
final class DeadLetterRecord {
    /// What the added headers and the batch around a record may need at most.
    private static final int ROOM = 4096;

    private DeadLetterRecord() {}

    /// @param maxBytes largest record that the dead-letter topic takes; a value that leaves no room for the
    /// reason is cut
    static Record<byte[], byte[]> of(Record<byte[], byte[]> record, RecordMetadata from, String reason, int maxBytes) {
        int room = maxBytes - ROOM - sizeBesideValue(record);
        byte[] value = record.value();
        boolean fits = value == null || value.length <= room;
        String told = fits ? reason : reason + " (cut to its first " + Math.max(room, 0) + " bytes)";
        Headers headers = new RecordHeaders(record.headers().toArray());
        new DeadLetter(told, from.topic(), from.partition(), from.offset())
                .headers()
                .forEach(headers::add);
        return record.withHeaders(headers)
                .withValue(fits || value == null ? value : Arrays.copyOf(value, Math.max(room, 0)));
    }

    private static int sizeBesideValue(Record<byte[], byte[]> record) {
        int size = record.key() == null ? 0 : record.key().length;
        for (Header header : record.headers()) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length) + 16;
        }
        return size;
    }
}
