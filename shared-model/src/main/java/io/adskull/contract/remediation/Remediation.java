package io.adskull.contract.remediation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.adskull.contract.CloudEvent;
import java.time.Instant;

/// A transition of an incident: value of the topic `remediations`, keyed by the account.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "transition")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Remediation.Opened.class, name = "OPENED"),
    @JsonSubTypes.Type(value = Remediation.Updated.class, name = "UPDATED"),
    @JsonSubTypes.Type(value = Remediation.Resolved.class, name = "RESOLVED")
})
public sealed interface Remediation {
    String EVENT_TYPE = "io.adskull.remediation.v1";

    /// The incident as it is after this transition.
    Incident incident();

    Instant at();

    /// A new failure.
    record Opened(Incident incident, Instant at) implements Remediation {}

    /// The diagnosis of an open incident changed, or it is still there after many more failures.
    record Updated(Incident incident, Instant at, String change) implements Remediation {}

    /// The calls that failed work again, or fail for another reason, which is then an incident of its own.
    ///
    /// @param reason one sentence: what showed that it is over
    record Resolved(Incident incident, Instant at, String reason) implements Remediation {}

    /// The envelope of this transition; its id is the same however often the transition is replayed.
    default CloudEvent envelope(String source) {
        String transition =
                switch (this) {
                    case Opened o -> "opened";
                    case Updated u -> "updated-" + u.incident().occurrences();
                    case Resolved r -> "resolved";
                };
        return new CloudEvent(
                incident().id() + "/" + transition,
                EVENT_TYPE,
                source,
                incident().account().toString(),
                at(),
                incident().tenant());
    }
}
