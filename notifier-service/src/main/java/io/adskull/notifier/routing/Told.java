package io.adskull.notifier.routing;

import io.adskull.notifier.channel.Alert.Transition;
import java.util.UUID;

/// What the outbox already holds for one destination about the incident that is being decided on, or about those
/// that it is told together with.
///
/// @param part of the group's messages, see [Group]
record Told(UUID delivery, String destination, Transition transition, int part, Stage stage) {

    enum Stage {
        /// Patience: nothing has left and nothing has to.
        HELD,
        /// Certainly going to be told.
        CERTAIN,
        /// On its way, or told.
        LEFT,
        /// Cancelled or given up: the destination does not know of the incident.
        UNHEARD
    }
}
