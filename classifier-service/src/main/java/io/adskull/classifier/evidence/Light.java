package io.adskull.classifier.evidence;

import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Circumstances.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All in whose light an answer is read.
///
/// @param account empty when nobody told yet who connected it
/// @param call what the same call said before; empty when it was never made
/// @param others what the account's other calls said
/// @param connection what the connection said; empty when it was not asked or said nothing
public record Light(
        Optional<ConnectedAccount> account,
        Optional<Call> call,
        OtherCalls others,
        Optional<ConnectionStanding> connection) {

    private static final Duration LATELY = Duration.ofMinutes(30);

    /// Whether the call worked until this answer: something has changed, and what other calls said before it says
    /// nothing of how they stand now.
    public boolean turned(ApiResponse answer) {
        Instant at = answer.envelope().time();
        return call.filter(known -> known.workedSince(at.minus(LATELY))).isPresent();
    }

    /// From when on what other calls said counts.
    ///
    /// @param reach how long before the answer another call's word still counts
    public Instant since(ApiResponse answer, Duration reach) {
        Instant at = answer.envelope().time();
        boolean account = answer.resource().orElse(null) == Resource.ACCOUNT;
        if (turned(answer) && (account || reach.compareTo(LATELY) < 0)) {
            return at;
        }
        Instant since = at.minus(reach);
        @Nullable Told told = call.map(Call::told).orElse(null);
        return account && told != null && !told.works() && told.since().isAfter(since) ? told.since() : since;
    }

    public Standing standing() {
        return connection.map(ConnectionStanding::standing).orElse(Standing.UNKNOWN);
    }

    /// Whether somebody connected again after this call had begun to fail, and the answer came after that.
    boolean reconnectedSince(ApiResponse answer, Cause cause) {
        @Nullable Told told = call.map(Call::told).orElse(null);
        return told != null
                && told.cause() == cause
                && account.map(ConnectedAccount::connectedAt)
                        .filter(at -> told.since().isBefore(at))
                        .filter(at -> answer.envelope().time().isAfter(at))
                        .isPresent();
    }

    /// When this call began to be refused because of its key: with `answer` at the latest.
    Instant refusedSince(ApiResponse answer) {
        Instant at = answer.envelope().time();
        return call.map(Call::told)
                .filter(Told::refusesToken)
                .map(Told::since)
                .filter(began -> began.isBefore(at))
                .orElse(at);
    }

    List<String> sentences(Instant since) {
        List<String> sentences = new ArrayList<>(others.sentences(since));
        connection.map(ConnectionStanding::sentences).ifPresent(sentences::addAll);
        return sentences;
    }
}
