package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.Call;
import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.evidence.Finding;
import io.adskull.classifier.evidence.KeptAnswer;
import io.adskull.classifier.evidence.KeptAnswer.WaitsFor;
import io.adskull.classifier.evidence.Light;
import io.adskull.contract.account.Resource;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Failures whose cause other answers can tell: held back until they do, decided with what is known after a while,
/// and thought over when more is known later.
final class AwaitingEvidence {
    /// A re-test goes ahead of the queue; its answer needs no longer.
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);

    private final Examination examination;
    private final Doubts doubts;
    private final Duration grace;

    AwaitingEvidence(Examination examination, Doubts doubts, Duration grace) {
        this.examination = examination;
        this.doubts = doubts;
        this.grace = grace;
    }

    /// What is known decides.
    static void decide(LedgerPage page, Observation seen, Finding finding, Diagnosis diagnosis) {
        ApiResponse answer = seen.answer();
        page.fails(Failure.seen(page, seen, finding, diagnosis));
        if (finding.restsOnEvidence() && page.canKeep(answer)) {
            page.keep(
                    Call.endpointOf(answer),
                    KeptAnswer.decided(
                            answer,
                            seen.trace().map(TraceParent::toString),
                            finding.visibility(),
                            finding.connection()));
        }
    }

    void holdBack(LedgerPage page, Observation seen, Finding finding, Diagnosis diagnosis) {
        ApiResponse answer = seen.answer();
        String endpoint = Call.endpointOf(answer);
        if (page.countsAsRepeat(Failure.seen(page, seen, finding, diagnosis))) {
            return;
        }
        if (!page.canKeep(answer)) {
            Finding known = examination.examine(answer, page.light(endpoint), IncidentLedger.KNOWN);
            known.diagnosis()
                    .ifPresentOrElse(
                            decided -> decide(page, seen, known, decided), () -> page.works(answer, seen.trace()));
            return;
        }
        boolean first = page.kept().stream()
                .map(call -> Objects.requireNonNull(call.kept()))
                .noneMatch(kept -> kept.waitsFor(WaitsFor.EVIDENCE));
        if (first && page.light(endpoint).turned(answer)) {
            Optional<Resource> other = answer.resource().filter(resource -> resource != Resource.ACCOUNT);
            page.askAgain(
                    answer.envelope().id(),
                    other.map(resource -> Resource.ACCOUNT),
                    "a call that worked is refused",
                    seen.now());
        }
        Instant decideAt = page.keptAnswer(endpoint)
                .filter(KeptAnswer::undecided)
                .flatMap(kept -> Optional.ofNullable(kept.decideAt()))
                .orElse(seen.now().plus(grace));
        page.keep(
                endpoint,
                KeptAnswer.heldBack(answer, seen.trace().map(TraceParent::toString), WaitsFor.EVIDENCE, decideAt));
    }

    /// Looks at the kept answers again, now that another answer came or time passed.
    void reconsider(LedgerPage page, Instant now) {
        boolean graceIsOver = page.kept().stream()
                .flatMap(call -> Optional.ofNullable(call.kept()).stream())
                .anyMatch(kept -> kept.waitsFor(WaitsFor.EVIDENCE) && kept.isDue(now));
        for (Call call : page.kept()) {
            KeptAnswer kept = call.kept();
            if (kept != null && kept.waitsFor(WaitsFor.EVIDENCE)) {
                decideHeldBack(page, call.endpoint(), kept, graceIsOver, now);
            } else if (kept != null && !kept.undecided() && call.expiredSince() == null) {
                haveSecondThoughts(page, call.endpoint(), kept, now);
            }
        }
    }

    private static void askAgain(LedgerPage page, KeptAnswer kept, Instant now) {
        ApiResponse answer = kept.answer();
        page.askAgain(
                answer.envelope().id() + "/healed-" + kept.revision(),
                answer.resource(),
                "another call of the account works now",
                now);
    }

    private void decideHeldBack(LedgerPage page, String endpoint, KeptAnswer kept, boolean graceIsOver, Instant now) {
        ApiResponse answer = kept.answer();
        Finding finding = examination.examine(
                answer, page.light(endpoint), graceIsOver ? IncidentLedger.KNOWN : IncidentLedger.FRESH);
        Optional<Diagnosis> failing = finding.diagnosis();
        if (failing.isEmpty()) {
            page.works(answer, TraceParent.of(kept));
        } else if (graceIsOver || !failing.get().awaitsEvidence()) {
            Failure failure = Failure.kept(
                    page, kept, finding, failing.get(), answer.envelope().time());
            if (Doubts.sendsToConsent(failing.get())) {
                doubts.refused(page, failure, now);
                return;
            }
            page.fails(failure);
            page.keep(endpoint, kept.decided(finding.visibility(), finding.connection()));
        }
    }

    /// An answer whose cause was decided with other evidence than there is now is diagnosed again; only after the
    /// grace, so that one round of calls, answered one after the other, does not change the mind twice. What
    /// another call shows since may also mean that all is well again: then the call itself is asked first.
    private void haveSecondThoughts(LedgerPage page, String endpoint, KeptAnswer kept, Instant now) {
        Light light = page.light(endpoint);
        Visibility visibility = light.others().visibility(light.since(kept.answer(), IncidentLedger.KNOWN));
        if (kept.isStillSeenWith(visibility, light.standing())) {
            page.keep(endpoint, kept.dueAt(Optional.empty()));
        } else if (kept.decideAt() == null) {
            boolean mayHaveHealed = visibility == Visibility.VISIBLE
                    && light.others().shownAfter(kept.answer().envelope().time());
            if (mayHaveHealed) {
                askAgain(page, kept, now);
            }
            page.keep(endpoint, kept.dueAt(Optional.of(now.plus(mayHaveHealed ? grace.plus(ANSWERED_WITHIN) : grace))));
        } else if (kept.isDue(now)) {
            KeptAnswer revised = kept.revised(visibility, light.standing());
            Finding finding = examination.examine(kept.answer(), light, IncidentLedger.KNOWN);
            Optional<Failure> failure = finding.diagnosis()
                    .map(diagnosis -> Failure.kept(page, revised, finding, diagnosis, now))
                    .filter(other -> !page.isOpen(other));
            page.keep(endpoint, revised);
            failure.ifPresent(other -> {
                if (Doubts.sendsToConsent(other.diagnosis())) {
                    doubts.refused(page, other, now);
                } else {
                    page.fails(other);
                    page.keep(endpoint, revised);
                }
            });
        }
    }
}
