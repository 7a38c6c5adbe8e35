package io.adskull.classifier.evidence;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.response.ApiResponse;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One kind of call for one account, and what it last said.
///
/// @param endpoint method and path, such as `GET /open_api/v1.3/campaign/get/`
/// @param answeredAt when the newest answer came, whatever it said
/// @param answerId event id of that answer
/// @param told null until an answer told something
/// @param kept null unless the newest failing answer may have to be diagnosed again
public record Call(
        String endpoint,
        @Nullable Resource resource,
        Instant answeredAt,
        String answerId,
        @Nullable Told told,
        @Nullable KeptAnswer kept) {

    public static Call first(ApiResponse answer) {
        return new Call(
                endpointOf(answer),
                answer.resource().orElse(null),
                answer.envelope().time(),
                answer.envelope().id(),
                null,
                null);
    }

    public static String endpointOf(ApiResponse answer) {
        return answer.method() + " " + answer.path();
    }

    /// Whether `answer` was seen before, or is older than what was seen: it then changes nothing.
    public boolean isPast(ApiResponse answer) {
        Instant at = answer.envelope().time();
        return at.isBefore(answeredAt)
                || at.equals(answeredAt) && answer.envelope().id().equals(answerId);
    }

    public Call answered(ApiResponse answer) {
        Resource about = answer.resource().orElse(resource);
        return new Call(
                endpoint, about, answer.envelope().time(), answer.envelope().id(), told, kept);
    }

    public Call worked(Instant at) {
        return told(new Told(at, null, runSince(true, at))).keeping(Optional.empty());
    }

    public Call failed(Cause cause, Instant at) {
        return told(new Told(at, cause, runSince(false, at)));
    }

    public Call keeping(Optional<KeptAnswer> answer) {
        return new Call(endpoint, resource, answeredAt, answerId, told, answer.orElse(null));
    }

    public boolean works() {
        return told != null && told.works();
    }

    /// Whether its newest telling answer said at `since` or later that it works.
    public boolean workedSince(Instant since) {
        return told != null && told.works() && !told.at().isBefore(since);
    }

    /// What people call it.
    public String displayName() {
        return resource == null ? endpoint : resource.displayName();
    }

    private Call told(Told news) {
        return new Call(endpoint, resource, answeredAt, answerId, news, kept);
    }

    private Instant runSince(boolean working, Instant at) {
        return told != null && told.works() == working ? told.since() : at;
    }
}
