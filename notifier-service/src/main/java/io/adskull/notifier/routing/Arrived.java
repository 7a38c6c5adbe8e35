package io.adskull.notifier.routing;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// An event as it came off a topic: readable and complete.
record Arrived<T>(CloudEvent envelope, Map<String, String> headers, T value) {
    /// Reading a class's annotations costs more than reading the event.
    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> new Component(
                            component.getName(),
                            component.getAccessor(),
                            !component.getAnnotatedType().isAnnotationPresent(Nullable.class)))
                    .toList();
        }
    };

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
        for (Component component : COMPONENTS.get(part.getClass())) {
            Object value = component.of(part);
            if (value == null && component.demanded()) {
                throw new UnreadableEvent("value lacks " + path + component.name());
            }
            if (value instanceof Record inner) {
                requireComplete(inner, path + component.name() + ".");
            }
        }
    }

    /// @param demanded whether the contract wants a value
    private record Component(String name, Method accessor, boolean demanded) {
        @Nullable
        Object of(Record part) {
            try {
                return accessor.invoke(part);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + name, e);
            }
        }
    }
}
