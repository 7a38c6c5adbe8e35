package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.Call;
import io.adskull.classifier.evidence.ConnectionStanding;
import io.adskull.classifier.evidence.Doubtful;
import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.evidence.Finding;
import io.adskull.classifier.evidence.KeptAnswer;
import io.adskull.classifier.evidence.KeptAnswer.WaitsFor;
import io.adskull.classifier.evidence.SecondOpinion;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Cause.Reach;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is said of a token is not believed at once. Nobody is told to connect again before a second answer says the
/// same, and a renewal that did not help is not tried twice.
final class Doubts {
    /// Calls that were under way with the old token when it was renewed.
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    /// A re-test of the connection's other accounts goes ahead of the queue; their answers need no longer.
    private static final Duration OTHERS_TELL_WITHIN = Duration.ofSeconds(20);

    private static final int MAX_JITTER_MILLIS = 3000;

    /// What a renewal cures, where there is one: platforms do not tell a key that ran out from one they forgot.
    private static final Set<Cause> RENEWED = Set.of(Cause.TOKEN_EXPIRED, Cause.TOKEN_INVALID);

    private final Examination examination;
    private final Duration confirmation;

    Doubts(Examination examination, Duration confirmation) {
        this.examination = examination;
        this.confirmation = confirmation;
    }

    /// Whether it would send a person to a consent page.
    static boolean sendsToConsent(Diagnosis diagnosis) {
        return diagnosis.cause().reach() == Reach.CONNECTION && diagnosis.actor() == Actor.ACCOUNT_USER;
    }

    /// Whether the token is expected to be renewed by itself.
    static boolean awaitsRenewal(Diagnosis diagnosis) {
        return RENEWED.contains(diagnosis.cause()) && diagnosis.actor() == Actor.AUTOMATIC;
    }

    void refused(LedgerPage page, Observation seen, Finding finding, Diagnosis diagnosis) {
        refused(page, Failure.seen(page, seen, finding, diagnosis), seen.now());
    }

    /// The platform refused the token: a second answer must say so before it is told, unless it was told before.
    void refused(LedgerPage page, Failure failure, Instant now) {
        if (page.hasOpen(failure)) {
            page.fails(failure);
            return;
        }
        boolean first = waiting(page).isEmpty();
        page.refusesToken(failure);
        if (page.countsAsRepeat(failure)) {
            page.release(failure.endpoint());
            return;
        }
        if (!page.canKeep(failure.answer()) || confirmation.isZero()) {
            page.fails(failure.saying(Doubtful.likely(failure.diagnosis(), List.of())));
            return;
        }
        Optional<KeptAnswer> before =
                page.keptAnswer(failure.endpoint()).filter(kept -> kept.waitsFor(WaitsFor.CONFIRMATION));
        Instant tellAt = before.or(
                        () -> waiting(page).stream().map(Doubts::kept).findFirst())
                .flatMap(kept -> Optional.ofNullable(kept.decideAt()))
                .orElse(now.plus(confirmation));
        Optional<Instant> askAt = first
                ? Optional.of(now.plus(pause(page, failure)).plusMillis(jitter(failure)))
                : before.flatMap(kept -> Optional.ofNullable(kept.askAt()));
        Optional<Instant> othersUntil = first && page.connected().isPresent()
                ? Optional.of(now.plus(OTHERS_TELL_WITHIN))
                : before.flatMap(kept -> Optional.ofNullable(kept.othersUntil()));
        page.keep(
                failure.endpoint(),
                KeptAnswer.heldBack(
                                failure.answer(),
                                failure.trace().map(TraceParent::toString),
                                WaitsFor.CONFIRMATION,
                                tellAt)
                        .askAt(askAt)
                        .othersUntil(othersUntil));
    }

    /// The token is past its time, and will be renewed, unless it was renewed already.
    void expired(LedgerPage page, Observation seen, Finding finding, Diagnosis diagnosis) {
        Failure failure = Failure.seen(page, seen, finding, diagnosis);
        Instant at = failure.answer().envelope().time();
        Instant since = page.expired(failure.endpoint(), at);
        boolean renewedInVain =
                renewals(page).anyMatch(renewed -> since.isBefore(renewed) && at.isAfter(renewed.plus(UNDER_WAY)));
        if (renewedInVain) {
            Failure known = failure.saying(Doubtful.notCuredByRenewal(
                    diagnosis, failure.answer().envelope().account().platform()));
            page.understoodOtherwise(known, RENEWED);
            page.release(failure.endpoint());
            page.fails(known);
            return;
        }
        page.fails(failure);
        if (page.canKeep(failure.answer())) {
            page.keep(
                    failure.endpoint(),
                    KeptAnswer.decided(
                            failure.answer(),
                            failure.trace().map(TraceParent::toString),
                            finding.visibility(),
                            finding.connection()));
        }
    }

    /// Asks for the second answers whose time has come: of what was refused, and of the account itself, which no
    /// permission but the token's own can hide.
    void askAgain(LedgerPage page, Instant now) {
        for (Call call : waiting(page)) {
            KeptAnswer kept = kept(call);
            if (!kept.isToBeAskedFor(now)) {
                continue;
            }
            String because = kept.answer().envelope().id();
            String why = "the platform refused the key once";
            if (call.resource() == null || call.resource() == Resource.ACCOUNT) {
                page.askAgain(because, Optional.empty(), why, now);
            } else {
                page.askAgain(because, Optional.of(call.resource()), why, now);
                page.askAgain(because, Optional.of(Resource.ACCOUNT), why, now);
            }
            page.keep(call.endpoint(), kept.askAt(Optional.empty()));
        }
    }

    void reconsider(LedgerPage page, Instant now) {
        renewalRefused(page, now);
        boolean othersMayTell = stillWaitsForOthers(page, now);
        List<Call> waiting = waiting(page);
        if (waiting.isEmpty()) {
            return;
        }
        Instant first = waiting.stream()
                .map(call -> kept(call).answer().envelope().time())
                .min(Instant::compareTo)
                .orElseThrow();
        Duration pause = SecondOpinion.pause(page.connected().map(ConnectedAccount::connectedAt), first);
        Optional<ConnectionStanding> connection =
                Optional.ofNullable(page.letters().connection());
        // What one call alone refuses for long is known, and no second refusal of anything else.
        List<Call> heard = page.calls().stream()
                .filter(call -> !call.refusesToken() || waits(call))
                .toList();
        SecondOpinion opinion = SecondOpinion.of(heard, connection, pause, othersMayTell);
        for (Call call : waiting) {
            KeptAnswer kept = kept(call);
            switch (opinion) {
                case SecondOpinion.Confirmed(String why) ->
                    tell(page, call, diagnosis -> told(diagnosis, connection, why));
                case SecondOpinion.Contradicted(boolean again)
                when kept.isDue(now) -> {
                    if (again) {
                        tell(
                                page,
                                call,
                                diagnosis -> Doubtful.refusedByOneCallOnly(
                                        diagnosis,
                                        kept.answer().envelope().account().platform()));
                    } else {
                        page.release(call.endpoint());
                    }
                }
                case SecondOpinion.None none
                when kept.isDue(now) ->
                    tell(
                            page,
                            call,
                            diagnosis -> Doubtful.likely(
                                    diagnosis,
                                    List.of("Asked again, the platform gave no second answer within "
                                            + confirmation.toSeconds() + " seconds, so this rests on one.")));
                case SecondOpinion.Contradicted contradicted -> {}
                case SecondOpinion.None none -> {}
            }
        }
    }

    private static boolean stillWaitsForOthers(LedgerPage page, Instant now) {
        for (Call call : waiting(page)) {
            KeptAnswer kept = kept(call);
            if (kept.waitsForOthers(now)) {
                return true;
            }
            page.keep(call.endpoint(), kept.othersUntil(Optional.empty()));
        }
        return false;
    }

    /// Where the token's other accounts are answered, its refusal is no more than likely.
    private static Diagnosis told(Diagnosis diagnosis, Optional<ConnectionStanding> connection, String why) {
        boolean alive = connection
                .filter(standing -> standing.standing() == Standing.ALIVE)
                .isPresent();
        return alive ? Doubtful.likely(diagnosis, List.of(why)) : Doubtful.confirmed(diagnosis, why);
    }

    private void tell(LedgerPage page, Call call, java.util.function.UnaryOperator<Diagnosis> saying) {
        KeptAnswer kept = kept(call);
        Finding finding = examination.examine(kept.answer(), page.light(call.endpoint()), IncidentLedger.KNOWN);
        page.release(call.endpoint());
        finding.diagnosis()
                .ifPresent(diagnosis -> page.fails(Failure.kept(
                        page,
                        kept,
                        finding,
                        sendsToConsent(diagnosis) ? saying.apply(diagnosis) : diagnosis,
                        kept.answer().envelope().time())));
    }

    /// Who waits for a renewal that was refused for good must be told.
    private void renewalRefused(LedgerPage page, Instant now) {
        Optional<Instant> dead = Optional.ofNullable(page.letters().connection())
                .flatMap(standing -> Optional.ofNullable(standing.deadAt()));
        if (dead.isEmpty()) {
            return;
        }
        for (Call call : new ArrayList<>(page.kept())) {
            KeptAnswer kept = kept(call);
            if (call.expiredSince() == null || kept.undecided()) {
                continue;
            }
            Finding finding = examination.examine(kept.answer(), page.light(call.endpoint()), IncidentLedger.KNOWN);
            KeptAnswer revised = kept.revised(finding.visibility(), finding.connection());
            String business =
                    page.connected().map(ConnectedAccount::businessName).orElse("the account");
            page.release(call.endpoint());
            finding.diagnosis()
                    .map(diagnosis -> Doubtful.renewalRefused(
                            diagnosis, kept.answer().envelope().account().platform(), Examination.shortened(business)))
                    .ifPresent(diagnosis -> {
                        Failure failure = Failure.kept(page, revised, finding, diagnosis, now);
                        page.understoodOtherwise(failure, RENEWED);
                        page.fails(failure);
                    });
        }
    }

    private static Stream<Instant> renewals(LedgerPage page) {
        return Stream.concat(
                Optional.ofNullable(page.letters().connection())
                        .flatMap(standing -> Optional.ofNullable(standing.renewedAt()))
                        .stream(),
                page.connected().map(ConnectedAccount::connectedAt).stream());
    }

    private static List<Call> waiting(LedgerPage page) {
        return page.kept().stream().filter(Doubts::waits).toList();
    }

    private static boolean waits(Call call) {
        return call.kept() != null && call.kept().waitsFor(WaitsFor.CONFIRMATION);
    }

    private static KeptAnswer kept(Call call) {
        return Objects.requireNonNull(call.kept());
    }

    private static Duration pause(LedgerPage page, Failure failure) {
        return SecondOpinion.pause(
                page.connected().map(ConnectedAccount::connectedAt),
                failure.answer().envelope().time());
    }

    /// Not all accounts of a connection ask at once; the same answer always asks at the same time.
    private static long jitter(Failure failure) {
        return Math.floorMod(failure.openedBy().hashCode(), MAX_JITTER_MILLIS);
    }
}
