package io.adskull.notifier.channel;

import io.adskull.contract.remediation.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One thing to tell people about one incident. Channels turn it into their own words; none asks anyone else.
public sealed interface Alert {

    Incident incident();

    /// When the thing happened that this tells of.
    Instant occurredAt();

    Transition transition();

    /// Something broke.
    record Opened(Incident incident) implements Alert {
        @Override
        public Instant occurredAt() {
            return incident.openedAt();
        }

        @Override
        public Transition transition() {
            return Transition.OPENED;
        }
    }

    /// It is over.
    ///
    /// @param reason one sentence: what showed that it is over
    /// @param stillOpen title of another open incident of the same account, so that nobody reads "over" as "all is
    /// well"
    record Resolved(Incident incident, Instant occurredAt, String reason, Optional<String> stillOpen) implements Alert {
        @Override
        public Transition transition() {
            return Transition.RESOLVED;
        }

        /// How long it lasted; never negative, though two machines' clocks may say so.
        public Duration lasted() {
            Duration lasted = Duration.between(incident.openedAt(), occurredAt);
            return lasted.isNegative() ? Duration.ZERO : lasted;
        }
    }

    /// Which transition of an incident an alert tells of.
    enum Transition {
        OPENED,
        RESOLVED
    }
}
