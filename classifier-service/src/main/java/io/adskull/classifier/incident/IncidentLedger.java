package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.Call;
import io.adskull.classifier.evidence.ConnectionQuestion;
import io.adskull.classifier.evidence.ConnectionStanding;
import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.evidence.Finding;
import io.adskull.classifier.evidence.KeptAnswer;
import io.adskull.classifier.evidence.KeptAnswer.WaitsFor;
import io.adskull.classifier.incident.AccountState.Disconnected;
import io.adskull.classifier.incident.AccountState.Watched;
import io.adskull.classifier.incident.Transition.Aside;
import io.adskull.classifier.incident.Transition.Outgoing;
import io.adskull.classifier.wide.Breadth;
import io.adskull.classifier.wide.WideNotice;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    private final AwaitingEvidence awaiting;
    private final Doubts doubts;
    private final BeyondTheAccount beyond;

    public IncidentLedger(Examination examination, Patience patience) {
        this.examination = examination;
        this.doubts = new Doubts(examination, patience.confirmation());
        this.awaiting = new AwaitingEvidence(examination, doubts, patience.grace());
        this.beyond = new BeyondTheAccount(examination, patience.others());
    }

    /// Somebody connected the account, or its details changed.
    public Transition connected(Optional<AccountState> before, ConnectedAccount account) {
        if (before.orElse(null) instanceof Watched watched && watched.tenant().equals(account.tenant())) {
            Optional<ConnectionId> left = connectionOf(watched).filter(id -> !id.equals(account.connection()));
            Letters letters = watched.letters();
            List<Aside> asides = left.isEmpty()
                    ? List.of()
                    : letters.farewell(watched.account(), watched.tenant(), left, account.connectedAt(), false);
            var after = new Watched(
                    watched.account(),
                    watched.tenant(),
                    account,
                    watched.calls(),
                    watched.incidents(),
                    left.isEmpty() ? letters : letters.elsewhere());
            return new Transition(Optional.of(after), true, List.of(), asides);
        }
        Transition fresh = Transition.remembered(Watched.connected(account));
        return new Transition(
                fresh.after(),
                true,
                before.map(state -> disconnection(state, account.connectedAt())).orElse(List.of()),
                before.map(state -> farewell(state, account.connectedAt())).orElse(List.of()));
    }

    /// The account's tombstone: nothing is remembered but that it went.
    public Transition disconnected(Optional<AccountState> before, Instant at, Instant now) {
        return before.<Transition>map(state -> new Transition(
                        Optional.of(new Disconnected(state.account(), now.plus(STRAGGLERS))),
                        true,
                        disconnection(state, at),
                        farewell(state, at)))
                .orElseGet(() -> Transition.unchanged(before));
    }

    /// The connection says what its other accounts hear.
    public Transition heard(Optional<AccountState> before, ConnectionStanding standing, Instant now) {
        if (!(before.orElse(null) instanceof Watched watched)) {
            return Transition.unchanged(before);
        }
        var page = new LedgerPage(watched);
        page.heard(page.letters().heard(standing));
        reconsider(page, now);
        return page.close(now);
    }

    /// An account of the same connection is refused: this one says whether it is still answered, and finds out
    /// where it does not know.
    public Transition asked(Optional<AccountState> before, ConnectionQuestion question, Instant now) {
        if (!(before.orElse(null) instanceof Watched watched)) {
            return Transition.unchanged(before);
        }
        var page = new LedgerPage(watched);
        boolean knows = watched.calls().stream()
                .flatMap(call -> Stream.ofNullable(call.told()))
                .anyMatch(told -> !told.at().isBefore(question.since()));
        if (!knows && !page.letters().isAsked()) {
            page.askAgain(
                    question.asking() + "/" + question.since(),
                    Optional.of(Resource.ACCOUNT),
                    "another account of the connection is refused",
                    now);
        }
        page.heard(page.letters().asked(question.since()));
        return page.close(now);
    }

    /// The platform says that it fails many, or no longer does.
    public Transition heard(Optional<AccountState> before, WideNotice notice, Instant now) {
        if (!(before.orElse(null) instanceof Watched watched)) {
            return Transition.unchanged(before);
        }
        var page = new LedgerPage(watched);
        beyond.heard(page, notice);
        return page.close(now);
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

    /// Another catalogue came into use: the newest answer of a call that fails is read with it. Whoever is
    /// concerned by the same cause still hears nothing new, and nothing that is over changes; what must be
    /// confirmed or hangs on others waits for the next answer.
    ///
    /// @param version names that catalogue
    public Transition readAgain(Optional<AccountState> before, Observation seen, String version) {
        ApiResponse answer = seen.answer();
        String endpoint = Call.endpointOf(answer);
        boolean newest = before.orElse(null) instanceof Watched watched
                && watched.tenant().equals(answer.envelope().tenant())
                && watched.failing().stream()
                        .anyMatch(call -> call.endpoint().equals(endpoint)
                                && call.answerId().equals(answer.envelope().id()));
        if (!newest || !(before.orElse(null) instanceof Watched watched)) {
            return Transition.unchanged(before);
        }
        var page = new LedgerPage(watched);
        Finding finding = examination.examine(answer, page.light(endpoint), KNOWN);
        Optional<Diagnosis> failing = finding.diagnosis();
        if (failing.isEmpty()) {
            page.works(answer, seen.trace());
            return page.close(seen.now());
        }
        Failure failure = Failure.seen(page, seen, finding, failing.get()).readBy(version, seen.now());
        if (!isDecided(failing.get()) || page.isOpen(failure)) {
            return Transition.unchanged(before);
        }
        page.understoodOtherwise(failure, Set.of(Cause.UNKNOWN));
        page.fails(failure);
        return page.close(seen.now());
    }

    private static boolean isDecided(Diagnosis diagnosis) {
        return !diagnosis.awaitsEvidence()
                && !Doubts.sendsToConsent(diagnosis)
                && !Doubts.awaitsRenewal(diagnosis)
                && Breadth.of(diagnosis.cause(), diagnosis.actor()) == Breadth.ACCOUNT;
    }

    /// The time that [AccountState#dueAt()] named has come.
    public Transition due(AccountState state, Instant now) {
        return switch (state) {
            case Disconnected gone when gone.until().isAfter(now) -> Transition.unchanged(Optional.of(gone));
            case Disconnected gone -> Transition.forgotten();
            case Watched watched -> {
                var page = new LedgerPage(watched);
                doubts.askAgain(page, now);
                reconsider(page, now);
                yield page.close(now);
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
        Finding finding = examination.examine(answer, page.light(Call.endpointOf(answer)), FRESH);
        Optional<Diagnosis> failing = finding.diagnosis();
        if (failing.isEmpty() && call.isPresent() && isRoutine(watched, call.get(), answer)) {
            return new Transition(Optional.of(watched.with(call.get().answered(answer))), false, List.of());
        }
        page.answered(answer);
        if (failing.isEmpty()) {
            page.works(answer, seen.trace());
        } else {
            fails(page, seen, finding, failing.get());
        }
        reconsider(page, seen.now());
        return page.close(seen.now());
    }

    /// Whether this healthy answer says nothing new, so that an account in order costs next to nothing.
    private static boolean isRoutine(Watched watched, Call call, ApiResponse answer) {
        return call.workedSince(answer.envelope().time().minus(ROUTINE))
                && call.wide() == null
                && call.expiredSince() == null
                && !watched.letters().isAsked()
                && watched.calls().stream().allMatch(other -> other.kept() == null)
                && watched.incidents().stream().noneMatch(incident -> incident.hasFailing(call.endpoint()));
    }

    private void fails(LedgerPage page, Observation seen, Finding finding, Diagnosis diagnosis) {
        Breadth breadth = Breadth.of(diagnosis.cause(), diagnosis.actor());
        if (breadth != Breadth.ACCOUNT) {
            beyond.fails(page, seen, finding, diagnosis, breadth);
            return;
        }
        Optional<KeptAnswer> before = page.keptAnswer(Call.endpointOf(seen.answer()));
        if (before.filter(kept -> kept.waitsFor(WaitsFor.OTHERS)).isPresent()) {
            page.release(Call.endpointOf(seen.answer()));
        }
        // Evidence that did not come within its time is not waited for anew: now it counts whether the refusal is
        // repeated.
        boolean waitedInVain = Doubts.sendsToConsent(diagnosis)
                && before.filter(kept -> kept.waitsFor(WaitsFor.CONFIRMATION)).isPresent();
        if (diagnosis.awaitsEvidence() && !waitedInVain) {
            awaiting.holdBack(page, seen, finding, diagnosis);
        } else if (Doubts.sendsToConsent(diagnosis)) {
            doubts.refused(page, seen, finding, diagnosis);
        } else if (Doubts.awaitsRenewal(diagnosis)) {
            doubts.expired(page, seen, finding, diagnosis);
        } else {
            AwaitingEvidence.decide(page, seen, finding, diagnosis);
        }
    }

    /// Looks at the kept answers again, now that another answer came or time passed.
    private void reconsider(LedgerPage page, Instant now) {
        awaiting.reconsider(page, now);
        doubts.reconsider(page, now);
        beyond.reconsider(page, now);
    }

    private static List<Aside> farewell(AccountState state, Instant at) {
        return state instanceof Watched watched
                ? watched.letters().farewell(watched.account(), watched.tenant(), connectionOf(watched), at, true)
                : List.of();
    }

    private static Optional<ConnectionId> connectionOf(Watched watched) {
        return Optional.ofNullable(watched.connected()).map(ConnectedAccount::connection);
    }

    private static List<Outgoing> disconnection(AccountState state, Instant at) {
        return state.open().stream()
                .map(open -> new Outgoing(
                        new Remediation.Resolved(open.incident(), at, "The account was disconnected."),
                        Optional.empty()))
                .toList();
    }
}
