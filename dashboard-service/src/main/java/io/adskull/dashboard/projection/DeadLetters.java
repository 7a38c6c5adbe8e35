package io.adskull.dashboard.projection;

import io.adskull.contract.DeadLetter;
import io.adskull.contract.Topic;
import io.adskull.dashboard.TopicSettings;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Keeps what could not be read: the record as it came, and why.
@ApplicationScoped
class DeadLetters {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MutinyEmitter<byte[]> emitter;
    private final TopicSettings topics;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> emitter, TopicSettings topics) {
        this.emitter = emitter;
        this.topics = topics;
    }

    /// Returns once the broker has it.
    void bury(Topic topic, ConsumerRecord<String, byte[]> record, String reason) {
        RecordHeaders headers = new RecordHeaders(record.headers().toArray());
        new DeadLetter(reason, record.topic(), record.partition(), record.offset())
                .headers()
                .forEach(headers::add);
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic.deadLetters().named(topics.topicPrefix()))
                .withKey(record.key())
                .withHeaders(headers)
                .build();
        emitter.sendMessage(Message.of(record.value()).addMetadata(metadata))
                .await()
                .atMost(PATIENCE);
    }
}
