package io.adskull.notifier.delivery;

import io.adskull.contract.alert.AlertOutcome;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.FirstMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A message that this process has promised to send: attempt number `attempt` is already on record.
///
/// @param leaseUntil when another process may take it over
/// @param alert what to tell, as it is known now
/// @param message the same, as the topic `alerts` knows it
/// @param first what the destination was told first of this, where its receiver gave a receipt for that
/// @param held whether patience delayed it, which its delay in the metrics then shows
public record Claimed(
        UUID id,
        String destination,
        String tenant,
        String channel,
        Transition transition,
        int attempt,
        Instant leaseUntil,
        Instant occurredAt,
        boolean held,
        Optional<String> traceParent,
        Alert alert,
        AlertOutcome.Message message,
        Optional<FirstMessage> first) {}
