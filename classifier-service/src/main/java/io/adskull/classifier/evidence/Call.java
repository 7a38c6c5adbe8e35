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
/// @param wide why the newest answer failed, if that was nobody's account's fault; else null
/// @param expiredSince when answers began to call the token expired; null when the newest does not
public record Call(
        String endpoint,
        @Nullable Resource resource,
        Instant answeredAt,
        String answerId,
        @Nullable Told told,
        @Nullable KeptAnswer kept,
        @Nullable Cause wide,
        @Nullable Instant expiredSince) {

    public static Call first(ApiResponse answer) {
        return new Call(
                endpointOf(answer),
                answer.resource().orElse(null),
                answer.envelope().time(),
                answer.envelope().id(),
                null,
                null,
                null,
                null);
    }

    /// What tells one call of an account from another. Where one path takes many questions in its body, as Google's
    /// search does, they are told apart by what they are about.
    public static String endpointOf(ApiResponse answer) {
        String path = answer.method() + " " + answer.path();
        return answer.method().equals("POST")
                ? path + answer.resource().map(about -> " " + about).orElse("")
                : path;
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
                endpoint, about, answer.envelope().time(), answer.envelope().id(), told, kept, null, expiredSince);
    }

    public Call worked(Instant at) {
        return told(new Told(at, null, runSince(true, at)))
                .keeping(Optional.empty())
                .expired(null);
    }

    public Call failed(Cause cause, Instant at) {
        return told(new Told(at, cause, runSince(false, at))).expired(null);
    }

    /// The newest answer failed for a reason beyond the account's own.
    public Call failedWith(Cause beyond) {
        return new Call(endpoint, resource, answeredAt, answerId, told, kept, beyond, expiredSince);
    }

    /// The newest answer called the token expired, as all did since then.
    public Call expired(@Nullable Instant since) {
        return new Call(endpoint, resource, answeredAt, answerId, told, kept, wide, since);
    }

    public Call keeping(Optional<KeptAnswer> answer) {
        return new Call(endpoint, resource, answeredAt, answerId, told, answer.orElse(null), wide, expiredSince);
    }

    /// Whether its newest telling answer refused the token.
    public boolean refusesToken() {
        return told != null && told.refusesToken();
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
        return new Call(endpoint, resource, answeredAt, answerId, news, kept, wide, expiredSince);
    }

    private Instant runSince(boolean working, Instant at) {
        return told != null && told.works() == working ? told.since() : at;
    }
}
