package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.Call;
import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.evidence.Finding;
import io.adskull.classifier.evidence.KeptAnswer;
import io.adskull.classifier.evidence.OtherCalls;
import io.adskull.classifier.incident.AccountState.Disconnected;
import io.adskull.classifier.incident.AccountState.Watched;
import io.adskull.classifier.incident.Transition.Outgoing;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps the incidents of accounts: one for each account, cause and resource, opened by the first failure,
/// counted by repeats, resolved when its calls work again. Pure, so that a replay gives the same history;
/// thread-safe, because it remembers nothing.
public final class IncidentLedger {
    /// What another call said so shortly before a failure decides its cause at once.
    static final Duration FRESH = Duration.ofMinutes(2);

    /// What another call said longer ago than this says nothing any more.
    static final Duration KNOWN = Duration.ofMinutes(30);

    /// How often a call that keeps working is written down.
    static final Duration ROUTINE = Duration.ofMinutes(1);

    /// How long after a disconnect answers may still come from calls that were on their way.
    static final Duration STRAGGLERS = Duration.ofHours(1);

    /// A clock that is wrong by more would silence a call until its time has come.
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private final Examination examination;
    private final Duration grace;

    /// @param grace how long a failure that hangs on evidence is held back before it is decided with what is known
    public IncidentLedger(Examination examination, Duration grace) {
        this.examination = examination;
        this.grace = grace;
    }

    /// Somebody connected the account, or its details changed.
    public Transition connected(Optional<AccountState> before, ConnectedAccount account) {
        if (before.orElse(null) instanceof Watched watched && watched.tenant().equals(account.tenant())) {
            return Transition.remembered(
                    new Watched(watched.account(), watched.tenant(), account, watched.calls(), watched.incidents()));
        }
        Transition fresh = Transition.remembered(Watched.connected(account));
        List<Outgoing> farewell =
                before.map(state -> disconnection(state, account.connectedAt())).orElse(List.of());
        return new Transition(fresh.after(), true, farewell);
    }

    /// The account's tombstone: nothing is remembered but that it went.
    public Transition disconnected(Optional<AccountState> before, Instant at, Instant now) {
        return before.<Transition>map(state -> new Transition(
                        Optional.of(new Disconnected(state.account(), now.plus(STRAGGLERS))),
                        true,
                        disconnection(state, at)))
                .orElseGet(() -> Transition.unchanged(before));
    }

    /// @throws UnreadableEvent when the answer cannot be this account's
    public Transition answered(Optional<AccountState> before, Observation seen) {
        ApiResponse answer = seen.answer();
        if (answer.envelope().time().isAfter(seen.now().plus(CLOCK_SKEW))) {
            throw new UnreadableEvent("header ce_time lies more than an hour in the future");
        }
        AccountKey account = answer.envelope().account();
        String tenant = answer.envelope().tenant();
        if (before.orElse(null) instanceof Disconnected gone && gone.until().isAfter(seen.now())) {
            return Transition.unchanged(before);
        }
        Watched watched = before.orElse(null) instanceof Watched known ? known : Watched.unconnected(account, tenant);
        if (!watched.tenant().equals(tenant)) {
            throw new UnreadableEvent("header ce_tenant is not the tenant of this account");
        }
        return answered(watched, seen);
    }

    /// The time that [AccountState#dueAt()] named has come.
    public Transition due(AccountState state, Instant now) {
        return switch (state) {
            case Disconnected gone when gone.until().isAfter(now) -> Transition.unchanged(Optional.of(gone));
            case Disconnected gone -> Transition.forgotten();
            case Watched watched -> {
                var page = new LedgerPage(watched);
                reconsider(page, now);
                yield page.close();
            }
        };
    }

    private Transition answered(Watched watched, Observation seen) {
        ApiResponse answer = seen.answer();
        Optional<Call> call = watched.call(Call.endpointOf(answer));
        if (call.filter(known -> known.isPast(answer)).isPresent()) {
            return Transition.unchanged(Optional.of(watched));
        }
        var page = new LedgerPage(watched);
        OtherCalls others = page.othersThan(Call.endpointOf(answer));
        Finding finding = examination.examine(answer, page.connected(), others, FRESH);
        Optional<Diagnosis> failing = finding.diagnosis();
        if (failing.isEmpty() && call.isPresent() && isRoutine(watched, call.get(), answer)) {
            return new Transition(Optional.of(watched.with(call.get().answered(answer))), false, List.of());
        }
        page.answered(answer);
        if (failing.isEmpty()) {
            page.works(answer, seen.trace());
        } else if (failing.get().awaitsEvidence()) {
            holdBack(page, seen, finding, failing.get());
        } else {
            decide(page, seen, finding, failing.get());
        }
        reconsider(page, seen.now());
        return page.close();
    }

    /// Whether this healthy answer says nothing new, so that an account in order costs next to nothing.
    private static boolean isRoutine(Watched watched, Call call, ApiResponse answer) {
        return call.workedSince(answer.envelope().time().minus(ROUTINE))
                && watched.calls().stream().allMatch(other -> other.kept() == null)
                && watched.incidents().stream().noneMatch(incident -> incident.hasFailing(call.endpoint()));
    }

    private void decide(LedgerPage page, Observation seen, Finding finding, Diagnosis diagnosis) {
        ApiResponse answer = seen.answer();
        page.fails(failure(page, seen, finding, diagnosis));
        if (finding.restsOnEvidence() && page.canKeep(answer)) {
            page.keep(
                    Call.endpointOf(answer),
                    KeptAnswer.decided(answer, seen.trace().map(TraceParent::toString), finding.visibility()));
        }
    }

    private void holdBack(LedgerPage page, Observation seen, Finding finding, Diagnosis diagnosis) {
        ApiResponse answer = seen.answer();
        String endpoint = Call.endpointOf(answer);
        if (page.countsAsRepeat(failure(page, seen, finding, diagnosis))) {
            return;
        }
        if (!page.canKeep(answer)) {
            Finding known = examination.examine(answer, page.connected(), page.othersThan(endpoint), KNOWN);
            known.diagnosis()
                    .ifPresentOrElse(
                            decided -> decide(page, seen, known, decided), () -> page.works(answer, seen.trace()));
            return;
        }
        Instant decideAt = page.keptAnswer(endpoint)
                .filter(KeptAnswer::undecided)
                .flatMap(kept -> Optional.ofNullable(kept.decideAt()))
                .orElse(seen.now().plus(grace));
        page.keep(endpoint, KeptAnswer.heldBack(answer, seen.trace().map(TraceParent::toString), decideAt));
    }

    /// Looks at the kept answers again, now that another answer came or time passed.
    private void reconsider(LedgerPage page, Instant now) {
        boolean graceIsOver = page.kept().stream()
                .flatMap(call -> java.util.stream.Stream.ofNullable(call.kept()))
                .anyMatch(kept -> kept.undecided() && kept.isDue(now));
        for (Call call : page.kept()) {
            KeptAnswer kept = call.kept();
            if (kept != null && kept.undecided()) {
                decideHeldBack(page, call.endpoint(), kept, graceIsOver);
            } else if (kept != null) {
                haveSecondThoughts(page, call.endpoint(), kept, now);
            }
        }
    }

    private void decideHeldBack(LedgerPage page, String endpoint, KeptAnswer kept, boolean graceIsOver) {
        ApiResponse answer = kept.answer();
        Finding finding =
                examination.examine(answer, page.connected(), page.othersThan(endpoint), graceIsOver ? KNOWN : FRESH);
        Optional<Diagnosis> failing = finding.diagnosis();
        if (failing.isEmpty()) {
            page.works(answer, trace(kept));
        } else if (graceIsOver || !failing.get().awaitsEvidence()) {
            page.fails(failure(
                    page, kept, finding, failing.get(), answer.envelope().time()));
            page.keep(endpoint, kept.decided(finding.visibility()));
        }
    }

    /// An answer whose cause was decided with other evidence than there is now is diagnosed again; only after the
    /// grace, so that one round of calls, answered one after the other, does not change the mind twice.
    private void haveSecondThoughts(LedgerPage page, String endpoint, KeptAnswer kept, Instant now) {
        OtherCalls others = page.othersThan(endpoint);
        Instant since = kept.answer().envelope().time().minus(KNOWN);
        Visibility visibility = others.visibility(since);
        if (visibility == kept.decidedWith() || visibility == Visibility.UNKNOWN) {
            page.keep(endpoint, kept.dueAt(Optional.empty()));
        } else if (kept.decideAt() == null) {
            page.keep(endpoint, kept.dueAt(Optional.of(now.plus(grace))));
        } else if (kept.isDue(now)) {
            KeptAnswer revised = kept.revised(visibility);
            Finding finding = examination.examine(kept.answer(), page.connected(), others, KNOWN);
            finding.diagnosis()
                    .map(diagnosis -> failure(page, revised, finding, diagnosis, now))
                    .filter(failure -> !page.isOpen(failure))
                    .ifPresent(page::fails);
            page.keep(endpoint, revised);
        }
    }

    private static Failure failure(LedgerPage page, Observation seen, Finding finding, Diagnosis diagnosis) {
        ApiResponse answer = seen.answer();
        return new Failure(
                answer,
                diagnosis,
                finding.evidence(),
                page.connected(),
                seen.trace(),
                answer.envelope().id(),
                answer.envelope().time());
    }

    private static Failure failure(LedgerPage page, KeptAnswer kept, Finding finding, Diagnosis diagnosis, Instant at) {
        ApiResponse answer = kept.answer();
        String openedBy = answer.envelope().id() + (kept.revision() == 0 ? "" : "#" + kept.revision());
        return new Failure(answer, diagnosis, finding.evidence(), page.connected(), trace(kept), openedBy, at);
    }

    private static Optional<TraceParent> trace(KeptAnswer kept) {
        return Optional.ofNullable(kept.traceparent()).flatMap(TraceParent::parse);
    }

    private static List<Outgoing> disconnection(AccountState state, Instant at) {
        return state.open().stream()
                .map(open -> new Outgoing(
                        new Remediation.Resolved(open.incident(), at, "The account was disconnected."),
                        Optional.empty()))
                .toList();
    }
}
