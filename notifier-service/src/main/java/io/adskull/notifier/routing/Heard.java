package io.adskull.notifier.routing;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.delivery.TraceContext;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A transition as it came off the topic: readable, complete, and its own record in case it cannot be stored.
record Heard(
        String eventId, Remediation remediation, Optional<String> traceParent, ConsumerRecord<String, byte[]> record) {

    /// @throws UnreadableEvent when it breaks the contract
    static Heard read(ConsumerRecord<String, byte[]> record) {
        Arrived<Remediation> arrived = Arrived.read(record, Remediation.EVENT_TYPE, Remediation.class);
        return new Heard(
                arrived.envelope().id(),
                arrived.value(),
                TraceContext.valid(arrived.headers().get(TraceContext.HEADER)),
                record);
    }
}
