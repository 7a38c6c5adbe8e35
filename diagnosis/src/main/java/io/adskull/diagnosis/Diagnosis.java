package io.adskull.diagnosis;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Why a call failed, who must act, and how, in words for someone who buys ads.
///
/// @param rule which catalogue rule decided, such as `tiktok/permission#resource-permission`
/// @param retryable whether the same call may work later with nobody acting
/// @param retryAfter how long to wait, when the platform or the catalogue says so
/// @param limit by what the platform counts, where it had too many calls and says so
/// @param resource what the failing call was about, if it can be told
/// @param awaitsEvidence whether another answer of this account could still change the cause
/// @param steps at least one, in order
/// @param forwardable a text for whoever must act, when that is not the reader
/// @param message the platform's own words, at most 500 characters; never trusted as markup
/// @param logId what to quote in a support ticket; the request id where the platform gives no log id
/// @param evidence sentences that say why this cause and no other
/// @param check what would decide, where the answer alone decides too little
/// @param mistakenFor what this is often taken for, and why it is not that
public record Diagnosis(
        String rule,
        Cause cause,
        Actor actor,
        Severity severity,
        Confidence confidence,
        boolean awaitsEvidence,
        boolean retryable,
        Optional<Duration> retryAfter,
        Optional<LimitScope> limit,
        AutomaticAction automaticAction,
        Optional<Resource> resource,
        String title,
        String explanation,
        List<String> steps,
        Optional<String> forwardable,
        Optional<String> docs,
        Optional<String> code,
        Optional<String> message,
        Optional<String> logId,
        Optional<String> requestId,
        List<String> evidence,
        Optional<String> check,
        Optional<String> mistakenFor) {

    public Diagnosis {
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("rule " + rule + " has no steps");
        }
    }
}
