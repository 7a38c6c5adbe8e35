package io.adskull.token.refresh;

import io.adskull.contract.DeadLetter;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/// Keeps what could not be read, as it came, beside the reason.
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MutinyEmitter<Record<String, byte[]>> emitter;

    DeadLetters(@Channel("remediations-dead-letters") MutinyEmitter<Record<String, byte[]>> emitter) {
        this.emitter = emitter;
    }

    /// Returns when the broker has it.
    void put(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.warnf("%s-%d@%d goes to the dead letters: %s", record.topic(), record.partition(), record.offset(), reason);
        var headers = new RecordHeaders(record.headers().toArray());
        new DeadLetter(reason, record.topic(), record.partition(), record.offset())
                .headers()
                .forEach(headers::add);
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withHeaders(headers)
                .build();
        emitter.sendMessage(Message.of(Record.of(record.key(), record.value()), Metadata.of(metadata)))
                .await()
                .atMost(PATIENCE);
    }
}
