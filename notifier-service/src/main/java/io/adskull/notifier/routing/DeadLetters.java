package io.adskull.notifier.routing;

import io.adskull.contract.DeadLetter;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Puts aside, verbatim and with the reason, what cannot be treated.
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    static final String UNSTORABLE = "PostgreSQL cannot store it";

    private final MutinyEmitter<byte[]> topic;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> topic) {
        this.topic = topic;
    }

    /// Returns when the broker has it.
    void put(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.errorf(
                "dead letter from %s partition %d offset %d: %s",
                record.topic(), record.partition(), record.offset(), reason);
        var headers = new RecordHeaders(record.headers().toArray());
        new DeadLetter(reason, record.topic(), record.partition(), record.offset())
                .headers()
                .forEach(headers::add);
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(record.topic() + ".dead-letters")
                .withKey(record.key())
                .withHeaders(headers)
                .build();
        topic.sendMessageAndAwait(Message.of(record.value()).addMetadata(metadata));
    }
}
