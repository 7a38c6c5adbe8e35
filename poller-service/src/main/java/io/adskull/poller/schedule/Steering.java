package io.adskull.poller.schedule;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Cause.Reach;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import io.adskull.poller.access.Tokens;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.probe.ProbeResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/// Reads an answer only to decide when to ask again. What it means for people is the classifier's business, which
/// knows more than one answer.
@ApplicationScoped
class Steering {
    private final Diagnostician diagnostician;
    private final Tokens tokens;

    Steering(Diagnostician diagnostician, Tokens tokens) {
        this.diagnostician = diagnostician;
        this.tokens = tokens;
    }

    ProbeOutcome outcome(WatchedAccount account, ProbeResult result) {
        return switch (result) {
            case ProbeResult.NoToken none when none.dead() -> new ProbeOutcome.Denied();
            case ProbeResult.NoToken _, ProbeResult.NotAsked _, ProbeResult.NotPublished _ ->
                new ProbeOutcome.Troubled(Optional.empty());
            case ProbeResult.Published published ->
                switch (verdict(account, published.answer())) {
                    case Verdict.Healthy _ -> new ProbeOutcome.Healthy();
                    case Verdict.Failing failing -> outcome(account, published, failing.diagnosis());
                };
        };
    }

    private ProbeOutcome outcome(WatchedAccount account, ProbeResult.Published published, Diagnosis diagnosis) {
        if (diagnosis.cause().reach() == Reach.CONNECTION) {
            tokens.doubt(account.connection(), published.token());
        }
        // Where no answer came, nobody has told us how long to wait.
        Optional<Duration> hint = published.answer().httpStatus().flatMap(_ -> diagnosis.retryAfter());
        return diagnosis.retryable() ? new ProbeOutcome.Troubled(hint) : new ProbeOutcome.Denied();
    }

    private Verdict verdict(WatchedAccount account, ApiResponse answer) {
        Platform platform = account.account().platform();
        return diagnostician.diagnose(
                new Answer(
                        platform,
                        Optional.of(answer.path()),
                        answer.httpStatus(),
                        answer.transportError(),
                        answer.httpHeaders(),
                        answer.body()),
                Circumstances.unknown().of(account.account().accountId(), answer.resource()));
    }
}
