package io.adskull.notifier.channel;

import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One thing to tell people about one incident, or about several that began for one reason. Channels turn it into
/// their own words; none asks anyone else.
public sealed interface Alert {

    Incident incident();

    /// Further accounts that it tells of.
    Affected others();

    /// Where in its conversation it stands.
    Place place();

    /// When the thing happened that this tells of.
    Instant occurredAt();

    /// Something broke, or still is broken.
    ///
    /// @param note why it is told now, where that needs saying: one paragraph
    record Opened(Incident incident, Affected others, Place place, Optional<String> note) implements Alert {
        public Opened(Incident incident, Affected others, Place place) {
            this(incident, others, place, Optional.empty());
        }

        /// Of one account alone.
        public Opened(Incident incident) {
            this(incident, Affected.none(), new Place(incident.id(), Transition.OPENED, 0));
        }

        @Override
        public Instant occurredAt() {
            return incident.openedAt();
        }
    }

    /// It is over.
    ///
    /// @param reason one sentence: what showed that it is over
    /// @param stillOpen title of another open incident of the same account, so that nobody reads "over" as "all is
    /// well"
    record Resolved(
            Incident incident,
            Affected others,
            Place place,
            Instant occurredAt,
            String reason,
            Optional<String> stillOpen)
            implements Alert {
        /// Of one account alone.
        public Resolved(Incident incident, Instant occurredAt, String reason, Optional<String> stillOpen) {
            this(
                    incident,
                    Affected.none(),
                    new Place(incident.id(), Transition.RESOLVED, 0),
                    occurredAt,
                    reason,
                    stillOpen);
        }

        /// How long it lasted; never negative, though two machines' clocks may say so.
        public Duration lasted() {
            Duration lasted = Duration.between(incident.openedAt(), occurredAt);
            return lasted.isNegative() ? Duration.ZERO : lasted;
        }
    }

    /// @param lead the first incident of those that are told together
    /// @param part counts the messages of accounts that joined later, and the reminders, from 1; else 0
    record Place(IncidentId lead, Transition transition, int part) {}

    /// Which transition of an incident an alert tells of.
    enum Transition {
        OPENED,
        /// More accounts fail for the same reason.
        JOINED,
        /// It still goes on.
        REMINDED,
        /// Nobody reacted where it was told before.
        ESCALATED,
        RESOLVED;

        /// Whether it presses people to react: whoever has reacted gets none any more, nor is one sent of what is over.
        public boolean presses() {
            return this == REMINDED || this == ESCALATED;
        }
    }
}
