package io.adskull.poller.status;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.status.PlatformIncident;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// Topic `platform-status` on its way out. Blocks until the broker has the record.
@ApplicationScoped
public class StatusPublisher {
    private final MutinyEmitter<Record<String, byte[]>> emitter;

    public StatusPublisher(@Channel("platform-status") MutinyEmitter<Record<String, byte[]>> emitter) {
        this.emitter = emitter;
    }

    void publish(Reported.News news, Instant at) {
        switch (news) {
            case Reported.News.Told(PlatformIncident incident) -> send(incident, EventJson.write(incident), at);
            case Reported.News.Forgotten(PlatformIncident incident) -> send(incident, null, at);
        }
    }

    private void send(PlatformIncident incident, byte @Nullable [] value, Instant at) {
        CloudEvent envelope = new CloudEvent(
                incident.key() + "/" + (value == null ? "gone/" : "") + at,
                PlatformIncident.EVENT_TYPE,
                "/poller-service",
                incident.key(),
                at,
                Incident.OPERATORS);
        Headers headers = new RecordHeaders();
        envelope.headers().forEach((name, text) -> headers.add(name, CloudEvent.bytes(text)));
        emitter.sendMessageAndAwait(Message.of(Record.of(incident.key(), value))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(incident.key())
                        .withHeaders(headers)
                        .build()));
    }
}
