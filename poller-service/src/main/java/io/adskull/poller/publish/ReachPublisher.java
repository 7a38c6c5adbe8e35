package io.adskull.poller.publish;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.poll.PollReach;
import io.adskull.contract.remediation.Incident;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Topic `poll-reach` on its way out.
@ApplicationScoped
public class ReachPublisher {
    private final MutinyEmitter<byte[]> emitter;

    public ReachPublisher(@Channel("poll-reach") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /// Completes when the broker has the record.
    public Uni<Void> publish(PollReach reach) {
        String key = reach.platform().id();
        CloudEvent envelope = new CloudEvent(
                "poll-reach/" + key + "/" + reach.at(),
                PollReach.EVENT_TYPE,
                "/poller-service",
                key,
                reach.at(),
                Incident.OPERATORS);
        Headers headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, CloudEvent.bytes(value)));
        return emitter.sendMessage(Message.of(EventJson.write(reach))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(key)
                        .withHeaders(headers)
                        .build()));
    }
}
