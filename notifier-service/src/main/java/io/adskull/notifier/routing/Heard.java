package io.adskull.notifier.routing;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.delivery.TraceContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// A transition as it came off the topic: readable, complete, and its own record in case it cannot be stored.
record Heard(
        String eventId, Remediation remediation, Optional<String> traceParent, ConsumerRecord<String, byte[]> record) {

    /// @throws UnreadableEvent when it breaks the contract
    static Heard read(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = Arrays.stream(record.headers().toArray())
                .filter(header -> header.value() != null)
                .collect(Collectors.toMap(
                        header -> header.key(),
                        header -> new String(header.value(), StandardCharsets.UTF_8),
                        (first, last) -> last));
        CloudEvent envelope = CloudEvent.from(headers);
        if (!envelope.type().equals(Remediation.EVENT_TYPE)) {
            throw new UnreadableEvent("header ce_type is not " + Remediation.EVENT_TYPE);
        }
        byte @Nullable [] value = record.value();
        if (value == null) {
            throw new UnreadableEvent("value is missing");
        }
        Remediation remediation = EventJson.read(value, Remediation.class);
        requireComplete((Record) remediation, "");
        requireComplete(remediation.incident(), "incident.");
        return new Heard(envelope.id(), remediation, TraceContext.valid(headers.get(TraceContext.HEADER)), record);
    }

    /// JSON may leave out what the contract demands; whoever reads on may rely on it.
    private static void requireComplete(Record part, String path) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!optional && valueOf(part, component) == null) {
                throw new UnreadableEvent("value lacks " + path + component.getName());
            }
        }
    }

    private static @Nullable Object valueOf(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component.getName(), e);
        }
    }
}
