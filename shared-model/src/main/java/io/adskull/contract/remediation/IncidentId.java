package io.adskull.contract.remediation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Resource;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Names one incident. Made from what opened it, so that a replay names it the same.
public record IncidentId(@JsonValue UUID value) {

    /// @param openedBy id of the event whose answer opened the incident
    public static IncidentId of(AccountKey account, Cause cause, Resource resource, String openedBy) {
        String name = String.join("\n", account.toString(), cause.name(), resource.name(), openedBy);
        return new IncidentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /// @throws UnreadableEvent when the text is not a UUID
    @JsonCreator
    public static IncidentId parse(String text) {
        try {
            return new IncidentId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("incident id must be a UUID");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
