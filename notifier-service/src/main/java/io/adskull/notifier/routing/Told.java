package io.adskull.notifier.routing;

import io.adskull.notifier.channel.Alert.Transition;
import java.util.UUID;

/// What the outbox already holds for one destination about the incident that is being decided on.
record Told(UUID delivery, String destination, Transition transition, Stage stage) {

    enum Stage {
        /// Patience: nothing has left and nothing has to.
        HELD,
        /// Told, or certainly going to be.
        CERTAIN,
        /// Cancelled or given up: the destination does not know of the incident.
        UNHEARD
    }
}
