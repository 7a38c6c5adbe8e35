package io.adskull.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/// How an event's value is written: JSON, ISO-8601 times, absent instead of null, unknown fields ignored on
/// reading, so that an old consumer lives with a newer producer. Thread-safe.
public final class EventJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private EventJson() {}

    public static byte[] write(Object event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + event.getClass().getSimpleName(), e);
        }
    }

    /// @throws UnreadableEvent when the bytes are not this event; the text names the place, never the content
    public static <T> T read(byte[] value, Class<T> type) {
        try {
            T event = MAPPER.readValue(value, type);
            if (event == null) {
                throw new UnreadableEvent("value is the JSON null, expected " + type.getSimpleName());
            }
            return event;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new UnreadableEvent("value is not a " + type.getSimpleName()
                    + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (IOException e) {
            throw new UnreadableEvent("value cannot be read as " + type.getSimpleName());
        }
    }
}
