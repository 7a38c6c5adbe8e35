package io.adskull.classifier.wide;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An incident of a whole platform that goes on.
///
/// @param most accounts that failed because of it at one time
public record WideIncident(Incident incident, long most) {

    /// @param like what an account's own diagnosis says
    /// @param openedBy names it, so that a replay names it the same
    static WideIncident opened(Incident like, String openedBy, Instant at, long failing, String seen) {
        AccountKey key = AccountKey.wholePlatform(like.account().platform());
        IncidentId id = IncidentId.of(key, like.cause(), Resource.ACCOUNT, openedBy);
        return new WideIncident(told(like, id, at, at, 1, seen), failing);
    }

    @JsonIgnore
    Cause cause() {
        return incident.cause();
    }

    @JsonIgnore
    Breadth breadth() {
        return Breadth.ofWide(cause());
    }

    WideIncident again(Instant at, long failing, String seen) {
        Instant lastSeenAt = at.isBefore(incident.lastSeenAt()) ? incident.lastSeenAt() : at;
        return new WideIncident(
                told(
                        incident,
                        incident.id(),
                        incident.openedAt(),
                        lastSeenAt,
                        incident.occurrences() + 1,
                        failing > most ? seen : incident.evidence().getLast()),
                Math.max(most, failing));
    }

    /// What is worth telling again: that it reaches ten, a hundred, a thousand accounts.
    Optional<String> changeSince(WideIncident before) {
        int now = Long.toString(most).length();
        return now > Long.toString(before.most).length()
                ? Optional.of("It reaches " + most + " accounts now.")
                : Optional.empty();
    }

    private static Incident told(
            Incident like, IncidentId id, Instant openedAt, Instant lastSeenAt, long occurrences, String seen) {
        boolean retold = like.id().equals(id);
        List<String> words = retold ? like.evidence().subList(0, like.evidence().size() - 1) : like.evidence();
        String name = like.account().platform().displayName();
        return new Incident(
                id,
                Incident.OPERATORS,
                AccountKey.wholePlatform(like.account().platform()),
                name,
                null,
                null,
                Resource.ACCOUNT,
                like.cause(),
                Breadth.ofWide(like.cause()) == Breadth.OUTAGE ? Actor.PLATFORM : Actor.DEVELOPER,
                like.severity() == Severity.INFO ? Severity.WARNING : like.severity(),
                like.confidence(),
                like.automaticAction(),
                like.title(),
                like.explanation(),
                like.steps(),
                like.forwardable(),
                like.docs(),
                like.logId(),
                like.requestId(),
                Stream.concat(words.stream(), Stream.of(seen)).toList(),
                like.code(),
                like.message(),
                like.endpoint(),
                like.httpStatus(),
                openedAt,
                lastSeenAt,
                occurrences,
                like.traceId(),
                like.check(),
                like.mistakenFor());
    }
}
