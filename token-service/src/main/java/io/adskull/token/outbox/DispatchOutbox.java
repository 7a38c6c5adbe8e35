package io.adskull.token.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.CloudEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/// Publishes what waits in the outbox, then forgets it. Killed between the two, it publishes the same records
/// with the same ids again. Any number of replicas may run it: the head of each key is locked while it is on its
/// way.
@ApplicationScoped
public class DispatchOutbox {
    private static final Logger LOG = Logger.getLogger(DispatchOutbox.class);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Outbox outbox;
    private final OutboxSettings settings;
    private final ObjectMapper json;
    private final MutinyEmitter<Record<String, byte[]>> events;
    private final String prefix;

    DispatchOutbox(
            Outbox outbox,
            OutboxSettings settings,
            ObjectMapper json,
            @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, byte[]>> events,
            @ConfigProperty(name = "adskull.topic-prefix") String prefix) {
        this.outbox = outbox;
        this.settings = settings;
        this.json = json;
        this.events = events;
        this.prefix = prefix;
    }

    @Scheduled(
            identity = "dispatch-outbox",
            every = "${adskull.outbox.every:PT1S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void dispatch() {
        try {
            while (QuarkusTransaction.requiringNew()
                            .timeout((int) settings.patience().toSeconds() + 10)
                            .call(this::publishHeads)
                    > 0) {
                LOG.debug("a batch of events left the outbox");
            }
        } catch (RuntimeException e) {
            LOG.warnf("events stay in the outbox for now: %s", e.toString());
        }
    }

    int publishHeads() {
        List<OutboxRecord> heads = outbox.claim(settings.batch());
        if (!heads.isEmpty()) {
            List<Message<Record<String, byte[]>>> messages =
                    heads.stream().map(this::message).toList();
            // Mutiny carries a transaction that it finds over to the producer's thread; two threads in it break it.
            QuarkusTransaction.suspendingExisting().run(() -> publish(messages));
            heads.forEach(outbox::delete);
        }
        return heads.size();
    }

    private void publish(List<Message<Record<String, byte[]>>> messages) {
        Uni.join()
                .all(messages.stream().map(events::sendMessage).toList())
                .andFailFast()
                .await()
                .atMost(settings.patience());
    }

    private Message<Record<String, byte[]>> message(OutboxRecord waiting) {
        var headers = new RecordHeaders();
        headers(waiting).forEach((name, value) -> headers.add(name, CloudEvent.bytes(value)));
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(prefix + waiting.topic())
                .withHeaders(headers)
                .build();
        return Message.of(Record.of(waiting.key(), waiting.value()), Metadata.of(metadata));
    }

    private Map<String, String> headers(OutboxRecord waiting) {
        try {
            return json.readValue(waiting.headers(), HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outbox record has broken headers", e);
        }
    }
}
