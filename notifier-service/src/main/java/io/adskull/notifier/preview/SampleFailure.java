package io.adskull.notifier.preview;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Circumstances.ConnectedAs;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A platform's refusal of one call of one account, and what the running system would know beside it.
record SampleFailure(
        SampleAccount account,
        String endpoint,
        int httpStatus,
        Map<String, String> headers,
        String body,
        Visibility visibility,
        Standing connection) {
    private static final Instant OPENED_AT = Instant.parse("2026-11-23T06:41:00Z");
    private static final Instant CONNECTED_AT = Instant.parse("2026-06-03T09:12:00Z");

    static SampleFailure of(SampleAccount account, String endpoint, int httpStatus, String body) {
        return new SampleFailure(account, endpoint, httpStatus, Map.of(), body, Visibility.UNKNOWN, Standing.UNKNOWN);
    }

    SampleFailure withHeader(String name, String value) {
        return new SampleFailure(account, endpoint, httpStatus, Map.of(name, value), body, visibility, connection);
    }

    /// The same where the account's or the connection's other calls have shown this.
    SampleFailure seen(Visibility others, Standing sameToken) {
        return new SampleFailure(account, endpoint, httpStatus, headers, body, others, sameToken);
    }

    /// The incident as the classifier would write it.
    ///
    /// @throws IllegalStateException when the catalogue takes it for another cause
    Incident incident(Cause expected) {
        Diagnosis said =
                switch (Diagnostician.bundled().diagnose(answer(), circumstances())) {
                    case Verdict.Failing(Diagnosis diagnosis) -> diagnosis;
                    case Verdict.Healthy healthy ->
                        throw new IllegalStateException("the sample of " + expected + " is read as healthy");
                };
        if (said.cause() != expected) {
            throw new IllegalStateException(
                    "the sample of " + expected + " is read as " + said.cause() + " by " + said.rule());
        }
        return incident(said);
    }

    private Answer answer() {
        return new Answer(
                account.platform(),
                Optional.of(endpoint),
                Optional.of(httpStatus),
                Optional.empty(),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private Circumstances circumstances() {
        return new Circumstances(
                Optional.of(account.name()),
                Optional.of(account.id()),
                Optional.of(account.business()),
                Optional.empty(),
                Optional.of(ConnectedAs.MEMBER),
                Optional.of(CONNECTED_AT),
                List.of(),
                visibility,
                connection,
                false);
    }

    private Incident incident(Diagnosis said) {
        Resource resource = said.cause().reach() == Cause.Reach.RESOURCE
                ? said.resource().orElse(Resource.ACCOUNT)
                : Resource.ACCOUNT;
        return new Incident(
                IncidentId.of(account.key(), said.cause(), resource, "sample"),
                "northwind",
                account.key(),
                account.name(),
                account.business(),
                account.connection(),
                resource,
                said.cause(),
                said.actor(),
                said.severity(),
                said.confidence(),
                said.automaticAction(),
                said.title(),
                said.explanation(),
                said.steps(),
                said.forwardable().orElse(null),
                said.docs().orElse(null),
                said.logId().orElse(null),
                said.requestId().orElse(null),
                said.evidence(),
                said.code().orElse(null),
                said.message().orElse(null),
                endpoint,
                httpStatus,
                OPENED_AT,
                OPENED_AT,
                1,
                null,
                said.check().orElse(null),
                said.mistakenFor().orElse(null));
    }
}
