package io.adskull.classifier.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An incident that goes on, and the calls that still fail because of it.
///
/// @param rule of the catalogue that the words come from
/// @param speaker the endpoint whose answers the words come from: where several calls fail, each would say it a
/// little differently, and the incident would change with every answer
/// @param failing endpoints, at most [#MAX_FAILING]; the incident is over when none is left
public record OpenIncident(Incident incident, String rule, String speaker, List<String> failing) {
    static final int MAX_FAILING = 64;

    public OpenIncident {
        failing = List.copyOf(failing);
    }

    static OpenIncident opened(Failure failure) {
        return new OpenIncident(
                failure.opening(), failure.diagnosis().rule(), failure.endpoint(), List.of(failure.endpoint()));
    }

    boolean isAbout(Cause cause, Resource resource) {
        return incident.cause() == cause && incident.resource() == resource;
    }

    boolean hasFailing(String endpoint) {
        return failing.contains(endpoint);
    }

    @JsonIgnore
    boolean isOver() {
        return failing.isEmpty();
    }

    OpenIncident without(String endpoint) {
        return new OpenIncident(
                incident,
                rule,
                speaker,
                failing.stream().filter(other -> !other.equals(endpoint)).toList());
    }

    /// One more failing answer.
    OpenIncident again(Failure failure) {
        String endpoint = failure.endpoint();
        if (!endpoint.equals(speaker) && hasFailing(speaker)) {
            return new OpenIncident(counted(failure), rule, speaker, joinedBy(endpoint));
        }
        return new OpenIncident(failure.retelling(incident), failure.diagnosis().rule(), endpoint, joinedBy(endpoint));
    }

    /// One more failing answer that adds no words, because it came without the evidence that the words rest on.
    OpenIncident countedOnly(Failure failure) {
        return new OpenIncident(counted(failure), rule, speaker, failing);
    }

    /// What readers of `before` must hear, if anything; repeats alone are worth a word at 10, 100, 1000, …
    Optional<String> changeSince(OpenIncident before) {
        if (!words().equals(before.words())) {
            return Optional.of("The diagnosis changed.");
        }
        return isMilestone(incident.occurrences())
                ? Optional.of("Seen " + incident.occurrences() + " times.")
                : Optional.empty();
    }

    /// What makes a difference to a reader. Log ids and waiting times inside the texts differ with every answer
    /// and do not.
    private List<Object> words() {
        return List.of(
                rule,
                incident.actor(),
                incident.severity(),
                incident.automaticAction(),
                incident.title(),
                incident.accountName());
    }

    private List<String> joinedBy(String endpoint) {
        return hasFailing(endpoint) || failing.size() >= MAX_FAILING
                ? failing
                : Stream.concat(failing.stream(), Stream.of(endpoint)).toList();
    }

    /// The same words, seen once more.
    private Incident counted(Failure failure) {
        Instant at = failure.answer().envelope().time();
        return new Incident(
                incident.id(),
                incident.tenant(),
                incident.account(),
                incident.accountName(),
                incident.businessName(),
                incident.connection(),
                incident.resource(),
                incident.cause(),
                incident.actor(),
                incident.severity(),
                incident.confidence(),
                incident.automaticAction(),
                incident.title(),
                incident.explanation(),
                incident.steps(),
                incident.forwardable(),
                incident.docs(),
                failure.logId().orElse(incident.logId()),
                failure.requestId().orElse(incident.requestId()),
                incident.evidence(),
                incident.code(),
                incident.message(),
                failure.answer().path(),
                failure.answer().httpStatus().orElse(null),
                incident.openedAt(),
                at.isBefore(incident.lastSeenAt()) ? incident.lastSeenAt() : at,
                incident.occurrences() + 1,
                incident.traceId(),
                incident.check(),
                incident.mistakenFor());
    }

    private static boolean isMilestone(long occurrences) {
        long rest = occurrences;
        while (rest > 1 && rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1 && occurrences >= 10;
    }
}
