package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.Call;
import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.evidence.Finding;
import io.adskull.classifier.evidence.KeptAnswer;
import io.adskull.classifier.evidence.KeptAnswer.WaitsFor;
import io.adskull.classifier.wide.Breadth;
import io.adskull.classifier.wide.WideNotice;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Failures that are not the account's: our app's are told to those who run it and to no advertiser; the platform's
/// are held back for a while, in case many fail alike.
final class BeyondTheAccount {
    private final Examination examination;
    private final Duration hold;

    BeyondTheAccount(Examination examination, Duration hold) {
        this.examination = examination;
        this.hold = hold;
    }

    void fails(LedgerPage page, Observation seen, Finding finding, Diagnosis diagnosis, Breadth breadth) {
        ApiResponse answer = seen.answer();
        String endpoint = Call.endpointOf(answer);
        Failure failure = Failure.seen(page, seen, finding, diagnosis);
        Diagnosis everyones = examination.forEveryone(answer).orElse(diagnosis);
        page.failsWith(endpoint, diagnosis.cause(), failure.saying(everyones).opening());
        if (breadth == Breadth.APP) {
            return;
        }
        if (page.hasOpen(failure)) {
            page.fails(failure);
        } else if (page.letters().wideIncident() == null) {
            holdBack(page, seen, failure);
        }
    }

    /// The platform says that this is part of something larger, or that it is over.
    void heard(LedgerPage page, WideNotice notice) {
        boolean fails = page.calls().stream().anyMatch(call -> call.wide() != null && isOutage(call.wide()));
        page.heard(page.letters().partOf(fails ? notice.incident() : null));
        if (!fails || notice.incident() == null) {
            return;
        }
        for (Call call : page.kept()) {
            if (waits(call)) {
                page.release(call.endpoint());
            }
        }
        page.end(
                BeyondTheAccount::isOutage,
                notice.at(),
                page.platform().displayName() + " fails for many accounts: this is part of incident "
                        + notice.incident() + ".");
    }

    /// Who fails alone for so long has an incident of their own.
    void reconsider(LedgerPage page, Instant now) {
        for (Call call : page.kept()) {
            KeptAnswer kept = Objects.requireNonNull(call.kept());
            if (!waits(call) || !kept.isDue(now)) {
                continue;
            }
            Finding finding = examination.examine(kept.answer(), page.light(call.endpoint()), IncidentLedger.KNOWN);
            page.release(call.endpoint());
            finding.diagnosis()
                    .ifPresent(diagnosis -> page.fails(Failure.kept(
                            page,
                            kept,
                            finding,
                            diagnosis,
                            kept.answer().envelope().time())));
        }
    }

    private void holdBack(LedgerPage page, Observation seen, Failure failure) {
        Optional<KeptAnswer> waiting = page.kept().stream()
                .filter(BeyondTheAccount::waits)
                .map(call -> Objects.requireNonNull(call.kept()))
                .findFirst();
        if (!page.canKeep(failure.answer()) || hold.isZero()) {
            // While another answer waits this one need not: the call will be made again.
            if (waiting.isEmpty()) {
                page.fails(failure);
            }
            return;
        }
        Instant tellAt = waiting.flatMap(kept -> Optional.ofNullable(kept.decideAt()))
                .orElse(seen.now().plus(hold));
        page.keep(
                failure.endpoint(),
                KeptAnswer.heldBack(
                        failure.answer(), failure.trace().map(TraceParent::toString), WaitsFor.OTHERS, tellAt));
    }

    private static boolean waits(Call call) {
        return call.kept() != null && call.kept().waitsFor(WaitsFor.OTHERS);
    }

    private static boolean isOutage(Cause cause) {
        return Breadth.of(cause, Actor.PLATFORM) == Breadth.OUTAGE;
    }
}
