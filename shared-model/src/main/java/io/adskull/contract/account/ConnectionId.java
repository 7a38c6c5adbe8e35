package io.adskull.contract.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.adskull.contract.UnreadableEvent;
import java.util.UUID;

/// One consent of one person or business to one platform. Its accounts share a token.
public record ConnectionId(@JsonValue UUID value) {

    /// @throws UnreadableEvent when the text is not a UUID
    @JsonCreator
    public static ConnectionId parse(String text) {
        try {
            return new ConnectionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("connection id must be a UUID");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
