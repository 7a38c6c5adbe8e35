package io.adskull.poller.publish;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.response.ApiResponse;
import io.opentelemetry.context.Context;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Topic `api-responses` on its way out. Whoever publishes waits for the broker, and the calls under way are
/// bounded: with Kafka away, polling stops instead of filling memory.
@ApplicationScoped
public class AnswerPublisher {
    private static final Logger LOG = Logger.getLogger(AnswerPublisher.class);

    private final MutinyEmitter<byte[]> emitter;
    private final AtomicBoolean failing = new AtomicBoolean();

    public AnswerPublisher(@Channel("api-responses") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /// Blocks until the broker has the answer; the current span becomes the parent of all that follows.
    ///
    /// @return false when the broker did not take it, so that the probe must be run again
    public boolean publish(ApiResponse answer) {
        Headers headers = new RecordHeaders();
        answer.headers().forEach((name, value) -> headers.add(name, CloudEvent.bytes(value)));
        Message<byte[]> message = Message.of(answer.body())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(answer.envelope().subject())
                        .withHeaders(headers)
                        .build())
                .addMetadata(TracingMetadata.withCurrent(Context.current()));
        try {
            emitter.sendMessageAndAwait(message);
        } catch (RuntimeException e) {
            if (!failing.getAndSet(true)) {
                LOG.errorf("Kafka does not take answers (%s), probes back off", e.getMessage());
            }
            return false;
        }
        if (failing.getAndSet(false)) {
            LOG.info("Kafka takes answers again");
        }
        return true;
    }
}
