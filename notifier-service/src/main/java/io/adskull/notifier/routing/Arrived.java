package io.adskull.notifier.routing;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// An event as it came off a topic: readable and complete.
record Arrived<T>(CloudEvent envelope, Map<String, String> headers, T value) {

    /// @throws UnreadableEvent when it breaks the contract
    static <T> Arrived<T> read(ConsumerRecord<String, byte[]> record, String eventType, Class<T> contract) {
        Map<String, String> headers = Arrays.stream(record.headers().toArray())
                .filter(header -> header.value() != null)
                .collect(Collectors.toMap(
                        header -> header.key(),
                        header -> new String(header.value(), StandardCharsets.UTF_8),
                        (first, last) -> last));
        CloudEvent envelope = CloudEvent.from(headers);
        if (!envelope.type().equals(eventType)) {
            throw new UnreadableEvent("header ce_type is not " + eventType);
        }
        byte @Nullable [] bytes = record.value();
        if (bytes == null) {
            throw new UnreadableEvent("value is missing");
        }
        T value = EventJson.read(bytes, contract);
        requireComplete((Record) value, "");
        return new Arrived<>(envelope, headers, value);
    }

    /// JSON may leave out what the contract demands; whoever reads on may rely on it.
    private static void requireComplete(Record part, String path) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            Object value = valueOf(part, component);
            if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new UnreadableEvent("value lacks " + path + component.getName());
            }
            if (value instanceof Record inner) {
                requireComplete(inner, path + component.getName() + ".");
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
