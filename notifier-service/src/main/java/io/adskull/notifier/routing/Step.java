package io.adskull.notifier.routing;

import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Destination;
import java.time.Instant;
import java.util.UUID;

/// One change to the outbox that a transition asks for.
sealed interface Step {

    /// @param part of the group's messages, see [Group]
    /// @param held may still be cancelled before `dueAt`, because the incident may heal by itself
    record Tell(Transition transition, int part, Destination to, Instant dueAt, boolean held) implements Step {}

    /// A held message goes out at `dueAt` at the latest.
    record Release(UUID delivery, Instant dueAt) implements Step {}

    /// A held message is not needed.
    record StaySilent(UUID delivery) implements Step {}
}
