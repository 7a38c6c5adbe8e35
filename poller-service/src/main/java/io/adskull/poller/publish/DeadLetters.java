package io.adskull.poller.publish;

import io.adskull.contract.DeadLetter;
import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// What could not be read, verbatim, with the reason beside it.
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<byte[]> emitter;
    private final String prefix;

    public DeadLetters(
            @Channel("dead-letters") MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "adskull.topic-prefix", defaultValue = Topic.DEFAULT_PREFIX) String prefix) {
        this.emitter = emitter;
        this.prefix = prefix;
    }

    /// Completes when the broker has the record.
    public Uni<Void> put(Topic topic, ConsumerRecord<String, byte[]> unread, UnreadableEvent why) {
        LOG.warnf(
                "%s, partition %d, offset %d goes to the dead letters: %s",
                unread.topic(), unread.partition(), unread.offset(), why.getMessage());
        Headers headers = new RecordHeaders(unread.headers().toArray());
        new DeadLetter(String.valueOf(why.getMessage()), unread.topic(), unread.partition(), unread.offset())
                .headers()
                .forEach(headers::add);
        return emitter.sendMessage(Message.of(unread.value())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(topic.deadLetters().named(prefix))
                        .withKey(unread.key())
                        .withHeaders(headers)
                        .build()));
    }
}
