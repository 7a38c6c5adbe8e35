package io.adskull.contract.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.remediation.IncidentId;
import java.time.Instant;

/// What became of one message to one destination: value of the topic `alerts`, keyed by the account.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AlertOutcome.Delivered.class, name = "DELIVERED"),
    @JsonSubTypes.Type(value = AlertOutcome.GaveUp.class, name = "GAVE_UP")
})
public sealed interface AlertOutcome {
    String EVENT_TYPE = "io.adskull.alert.v1";

    /// The message that this is about.
    Message message();

    Instant at();

    /// @param deliveryId the same for every attempt to deliver this message to this destination
    /// @param incident the first of those that the message tells of
    /// @param transition `OPENED`, `JOINED` (more accounts fail for the same reason), `REMINDED` (it
    /// still goes on), `ESCALATED` (nobody reacted where it was told before) or `RESOLVED`
    /// @param channel `slack`, `email` or `webhook`
    /// @param recipient what people call the destination: a channel's name, an address; never a webhook's secret
    /// URL
    record Message(
            String deliveryId,
            IncidentId incident,
            AccountKey account,
            String tenant,
            String transition,
            String channel,
            String recipient,
            String subject) {}

    record Delivered(Message message, Instant at, int attempts) implements AlertOutcome {}

    record GaveUp(Message message, Instant at, int attempts, String reason) implements AlertOutcome {}
}
