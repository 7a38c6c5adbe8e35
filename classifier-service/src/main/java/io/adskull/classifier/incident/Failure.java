package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.Call;
import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.evidence.Finding;
import io.adskull.classifier.evidence.KeptAnswer;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Cause.Reach;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A failing answer whose cause is decided.
///
/// @param evidence what the account's other calls say
/// @param openedBy names the incident, should this failure open one
/// @param at when it was decided: the answer's own time, or later when other answers changed the mind
record Failure(
        ApiResponse answer,
        Diagnosis diagnosis,
        List<String> evidence,
        Optional<ConnectedAccount> connected,
        Optional<TraceParent> trace,
        String openedBy,
        Instant at) {
    /// What a platform wrote may be of any length; an incident must fit into one event.
    private static final int MAX_MESSAGE = 500;

    private static final int MAX_ID = 200;
    private static final int MAX_SENTENCE = 1000;

    static Failure seen(LedgerPage page, Observation seen, Finding finding, Diagnosis diagnosis) {
        ApiResponse answer = seen.answer();
        return new Failure(
                answer,
                diagnosis,
                finding.evidence(),
                page.connected(),
                seen.trace(),
                answer.envelope().id(),
                answer.envelope().time());
    }

    static Failure kept(LedgerPage page, KeptAnswer kept, Finding finding, Diagnosis diagnosis, Instant at) {
        ApiResponse answer = kept.answer();
        String openedBy = answer.envelope().id() + (kept.revision() == 0 ? "" : "#" + kept.revision());
        return new Failure(answer, diagnosis, finding.evidence(), page.connected(), TraceParent.of(kept), openedBy, at);
    }

    /// The same failure, read by another catalogue than the one that named its incident.
    ///
    /// @param version of that catalogue
    Failure readBy(String version, Instant now) {
        return new Failure(answer, diagnosis, evidence, connected, trace, openedBy + "#" + version, now);
    }

    /// The same failure, understood like this.
    Failure saying(Diagnosis other) {
        return new Failure(answer, other, evidence, connected, trace, openedBy, at);
    }

    String endpoint() {
        return Call.endpointOf(answer);
    }

    Cause cause() {
        return diagnosis.cause();
    }

    /// What the incident is about; one incident of the whole account for a cause that reaches past one resource.
    Resource resource() {
        return cause().reach() == Reach.RESOURCE
                ? diagnosis.resource().or(answer::resource).orElse(Resource.ACCOUNT)
                : Resource.ACCOUNT;
    }

    /// The platform's own code.
    Optional<String> code() {
        return diagnosis.code().map(text -> cut(text, MAX_ID));
    }

    Optional<String> logId() {
        return diagnosis.logId().map(text -> cut(text, MAX_ID));
    }

    Optional<String> requestId() {
        return diagnosis.requestId().map(text -> cut(text, MAX_ID));
    }

    /// Whether this answer says how the call stands now. A rate limit or an outage hides that, and what nobody
    /// understands does not say it: neither ends another incident.
    boolean decides() {
        return diagnosis.actor() != Actor.AUTOMATIC && cause() != Cause.UNKNOWN;
    }

    Incident opening() {
        IncidentId id = IncidentId.of(answer.envelope().account(), cause(), resource(), openedBy);
        Instant seenAt = answer.envelope().time();
        return describe(id, seenAt, seenAt, 1, trace.map(TraceParent::traceId).orElse(null));
    }

    /// The incident in this failure's words.
    Incident retelling(Incident incident) {
        Instant seenAt = answer.envelope().time();
        Instant lastSeenAt = seenAt.isBefore(incident.lastSeenAt()) ? incident.lastSeenAt() : seenAt;
        return describe(incident.id(), incident.openedAt(), lastSeenAt, incident.occurrences() + 1, incident.traceId());
    }

    private Incident describe(
            IncidentId id, Instant openedAt, Instant lastSeenAt, long occurrences, @Nullable String traceId) {
        List<String> reasons = Stream.concat(diagnosis.evidence().stream(), evidence.stream())
                .map(sentence -> cut(sentence, MAX_SENTENCE))
                .toList();
        return new Incident(
                id,
                answer.envelope().tenant(),
                answer.envelope().account(),
                connected
                        .map(ConnectedAccount::name)
                        .map(Examination::shortened)
                        .orElse(answer.envelope().account().accountId()),
                connected
                        .map(ConnectedAccount::businessName)
                        .map(Examination::shortened)
                        .orElse(null),
                connection().orElse(null),
                resource(),
                cause(),
                diagnosis.actor(),
                diagnosis.severity(),
                diagnosis.confidence(),
                diagnosis.automaticAction(),
                diagnosis.title(),
                diagnosis.explanation(),
                diagnosis.steps(),
                diagnosis.forwardable().orElse(null),
                diagnosis.docs().orElse(null),
                logId().orElse(null),
                requestId().orElse(null),
                reasons,
                code().orElse(null),
                diagnosis.message().map(text -> cut(text, MAX_MESSAGE)).orElse(null),
                answer.path(),
                answer.httpStatus().orElse(null),
                openedAt,
                lastSeenAt,
                occurrences,
                traceId,
                diagnosis.check().map(text -> cut(text, MAX_SENTENCE)).orElse(null),
                diagnosis.mistakenFor().map(text -> cut(text, MAX_SENTENCE)).orElse(null));
    }

    private Optional<ConnectionId> connection() {
        return answer.connection().or(() -> connected.map(ConnectedAccount::connection));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
