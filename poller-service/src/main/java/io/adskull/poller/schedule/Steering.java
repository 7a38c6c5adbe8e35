package io.adskull.poller.schedule;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Cause.Reach;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.access.Tokens;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.Usage;
import io.adskull.poller.platform.AdPlatform;
import io.adskull.poller.probe.ProbePlans;
import io.adskull.poller.probe.ProbeResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Reads an answer only to decide when to ask again. What it means for people is the classifier's business, which
/// knows more than one answer.
@Singleton
class Steering {
    /// A limit without a word about when it ends.
    private static final Duration UNSAID = Duration.ofMinutes(5);

    private final Diagnostician diagnostician;
    private final Tokens tokens;
    private final ProbePlans plans;
    private final InstantSource clock;

    Steering(Diagnostician diagnostician, Tokens tokens, ProbePlans plans, InstantSource clock) {
        this.diagnostician = diagnostician;
        this.tokens = tokens;
        this.plans = plans;
        this.clock = clock;
    }

    /// @param usage what the answer says about the platform's limits
    record Reading(ProbeOutcome outcome, List<Usage> usage) {}

    /// Of a probe's answer. Whoever refused the token makes it doubtful.
    Reading read(AdPlatform platform, WatchedAccount account, ApiResponse answer, AccessToken token) {
        List<Usage> usage = platform.usage(answer.httpHeaders());
        return switch (verdict(account, answer)) {
            case Verdict.Healthy _ -> new Reading(new ProbeOutcome.Healthy(), usage);
            case Verdict.Failing(Diagnosis diagnosis) -> {
                if (diagnosis.cause().reach() == Reach.CONNECTION) {
                    tokens.doubt(account.connection(), token);
                }
                yield new Reading(outcome(account, answer, diagnosis), usage);
            }
        };
    }

    /// @param answered what its answer means, if one came
    static ProbeOutcome outcome(ProbeResult result, ProbeOutcome answered) {
        return switch (result) {
            case ProbeResult.NoToken none when none.dead() -> new ProbeOutcome.Denied();
            case ProbeResult.NoToken _, ProbeResult.NotAsked _ -> new ProbeOutcome.Unasked();
            case ProbeResult.Held _ -> new ProbeOutcome.Held();
            case ProbeResult.NotPublished _ -> new ProbeOutcome.Troubled(Optional.empty());
            case ProbeResult.Published _ -> answered;
        };
    }

    /// Of a call that another service made.
    ProbeOutcome outcome(WatchedAccount account, ApiResponse answer) {
        return switch (verdict(account, answer)) {
            case Verdict.Healthy _ -> new ProbeOutcome.Healthy();
            case Verdict.Failing(Diagnosis diagnosis) -> outcome(account, answer, diagnosis);
        };
    }

    private ProbeOutcome outcome(WatchedAccount account, ApiResponse answer, Diagnosis diagnosis) {
        if (!diagnosis.retryable()) {
            return new ProbeOutcome.Denied();
        }
        // Where no answer came, nobody has told us how long to wait.
        Optional<Duration> hint = answer.httpStatus().flatMap(_ -> diagnosis.retryAfter());
        return switch (diagnosis.cause()) {
            case RATE_LIMITED -> new ProbeOutcome.Limited(diagnosis.limit(), hint.orElse(UNSAID));
            case QUOTA_EXHAUSTED ->
                new ProbeOutcome.Limited(
                        diagnosis.limit(),
                        plans.countsByUtcDay(account.account().platform()) ? untilMidnightUtc() : hint.orElse(UNSAID));
            default -> new ProbeOutcome.Troubled(hint);
        };
    }

    private Duration untilMidnightUtc() {
        Instant now = clock.instant();
        return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
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
